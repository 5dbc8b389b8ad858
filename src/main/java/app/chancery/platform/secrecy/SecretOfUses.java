package app.chancery.platform.secrecy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * A secret that is never used itself: each use has one of its own, which follows from it by
 * HMAC-SHA256 and from which neither it nor the secret of another use can be found.
 */
public final class SecretOfUses {

  private static final String HMAC = "HmacSHA256";

  private final byte[] bytes;

  /**
   * @param bytes at least 32, of which 256 bits are left to chance
   */
  public SecretOfUses(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** 32 bytes, the same each time. */
  public byte[] of(String use) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes, HMAC));
      return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /**
   * AES-256 with GCM under the secret of a use: what was changed or is of another does not open.
   */
  public BytesEncryptor cipher(String use) {
    return new AesBytesEncryptor(
        new SecretKeySpec(of(use), "AES"),
        KeyGenerators.secureRandom(16),
        AesBytesEncryptor.CipherAlgorithm.GCM);
  }
}
