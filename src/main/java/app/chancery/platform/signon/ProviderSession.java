package app.chancery.platform.signon;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a session keeps of the provider by which its person logged in.
 *
 * @param idToken which the provider's logout asks for
 * @param refreshToken by which it is asked again; null if it gave none
 * @param number by which the provider knows the session there; null if it has none
 */
record ProviderSession(String idToken, String refreshToken, String number) implements Serializable {

  /** What the office's table has in the place of such a number. */
  static String hash(String number) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Tokens must not come into a log by accident. */
  @Override
  public String toString() {
    return "ProviderSession[]";
  }
}
