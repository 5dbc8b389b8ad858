package app.chancery.platform.signon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Bcrypt, which takes its time over a password. It reads 72 bytes at most, so that it gets a digest
 * of the password and the engine's salt, whatever their length.
 */
class SlowHash implements PasswordEncryptor {

  /** Stands before each hash in the database. */
  static final String NAME = "bcrypt-sha256";

  private final BCryptPasswordEncoder bcrypt;

  /**
   * @param strength 4 to 16; see {@link SignOnPolicy.Passwords}
   */
  SlowHash(int strength) {
    bcrypt = new BCryptPasswordEncoder(strength);
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(digest(password));
  }

  @Override
  public boolean check(String password, String hash) {
    return bcrypt.matches(digest(password), hash);
  }

  @Override
  public String hashAlgorithmName() {
    return NAME;
  }

  /** Whether the hash cost less than this one would. */
  boolean isWeaker(String hash) {
    return bcrypt.upgradeEncoding(hash);
  }

  private static String digest(String password) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
