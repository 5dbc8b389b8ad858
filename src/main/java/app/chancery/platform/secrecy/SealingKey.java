package app.chancery.platform.secrecy;

import app.chancery.platform.start.CannotStart;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One key of the office. Nothing is sealed with it directly: each place has a key of its own that
 * follows from it, so that what is sealed for one place opens at no other one.
 */
final class SealingKey {

  /** 256 bits. */
  static final int BYTES = 32;

  /** Of 32 bytes left to chance, fewer are different once in many billions. */
  private static final int DIFFERENT = 16;

  private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{1,32}):(.*)");

  /** The use for what is sealed somewhere, before the place. */
  private static final String PLACE = "place ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String id;
  private final byte[] bytes;
  private final SecretOfUses secret;

  private SealingKey(String id, byte[] bytes) {
    this.id = id;
    this.bytes = bytes;
    this.secret = new SecretOfUses(bytes);
  }

  /** A fresh one. */
  static SealingKey random(String id) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SealingKey(id, bytes);
  }

  /**
   * @param written {@code id:key}, the key as Base64 of 32 bytes
   * @throws CannotStart if it is no key, without repeating it
   */
  static SealingKey read(String written) {
    Matcher parts = WRITTEN.matcher(written.strip());
    if (!parts.matches()) {
      throw bad(
          "one is not written ID:KEY, the id in small letters, digits and hyphens (up to 32)");
    }
    String id = parts.group(1);
    byte[] bytes = bytes(id, parts.group(2));
    if (bytes.length != BYTES) {
      throw bad("'%s' has %s bytes and not %s".formatted(id, bytes.length, BYTES));
    }
    if (different(bytes) < DIFFERENT) {
      throw bad("'%s' was not left to chance, its bytes repeat".formatted(id));
    }
    return new SealingKey(id, bytes);
  }

  private static byte[] bytes(String id, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      // Without the cause: it repeats a part of the key.
      throw bad("'%s' is no Base64".formatted(id));
    }
  }

  private static long different(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
  }

  static CannotStart bad(String why) {
    return new CannotStart(
        "The keys in CHANCERY_SECRECY_KEYS are not taken: " + why + ".", SealingKeys.HOW_TO_GIVE);
  }

  String id() {
    return id;
  }

  /** As {@link #read} takes it. */
  String written() {
    return id + ":" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Tells it from every other key, and not what it is. */
  String fingerprint() {
    return HexFormat.of().formatHex(secret.of("fingerprint"));
  }

  byte[] seal(byte[] content, String place) {
    return secret.cipher(PLACE + place).encrypt(content);
  }

  /**
   * @throws IllegalStateException if that was not sealed with this key for this place
   */
  byte[] open(byte[] sealed, String place) {
    return secret.cipher(PLACE + place).decrypt(sealed);
  }

  /** Never the key itself. */
  @Override
  public String toString() {
    return "key " + id;
  }
}
