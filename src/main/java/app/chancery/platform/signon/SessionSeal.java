package app.chancery.platform.signon;

import app.chancery.platform.secrecy.SecretOfUses;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the id of a session, which only its browser has, opens: each use has a secret of its own,
 * from which neither the id nor another one can be found.
 */
final class SessionSeal {

  /** 256 bits: nobody finds an id by trying. */
  private static final int BYTES = 32;

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** What pages are told of the click before; nothing else is made of what the database holds. */
  private static final ObjectInputFilter KNOWN =
      ObjectInputFilter.Config.createFilter(
          "maxbytes=4000000;maxdepth=20;maxrefs=100000;app.chancery.**;java.lang.Boolean;"
              + "java.lang.Integer;java.lang.Long;java.lang.Number;java.lang.Object;java.lang.String;"
              + "java.util.ArrayList;java.util.CollSer;java.util.HashMap;java.util.LinkedHashMap;"
              + "java.util.ImmutableCollections*;java.util.Map$Entry;java.util.concurrent.CopyOnWriteArrayList;"
              + "org.springframework.util.LinkedMultiValueMap;"
              + "org.springframework.util.MultiValueMapAdapter;"
              + "org.springframework.web.servlet.FlashMap;!*");

  /** The use for what a session holds. */
  private static final String KEPT = "kept";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretOfUses id;

  SessionSeal(String id) {
    this.id = new SecretOfUses(id.getBytes(StandardCharsets.US_ASCII));
  }

  static String newId() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it could be the id of a session. */
  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** By which the row of the session is found. */
  String row() {
    return HexFormat.of().formatHex(id.of("row"));
  }

  /** By which the webapps' pages show that it is they who ask. */
  String webappsToken() {
    return HexFormat.of().formatHex(id.of("webapps"));
  }

  /**
   * @throws IllegalStateException if something in it could not be read again
   */
  byte[] closed(Map<String, Object> kept) {
    try {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(written)) {
        out.writeObject(new HashMap<>(kept));
      }
      read(written.toByteArray());
      return sealed(written.toByteArray());
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("This cannot be kept in a session: " + kept.keySet(), e);
    }
  }

  byte[] sealed(byte[] written) {
    return id.cipher(KEPT).encrypt(written);
  }

  /**
   * @throws Unreadable if it was not closed with this id, or was by another release
   */
  Map<String, Object> opened(byte[] sealed) throws Unreadable {
    try {
      return read(id.cipher(KEPT).decrypt(sealed));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new Unreadable(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(byte[] written)
      throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written))) {
      in.setObjectInputFilter(KNOWN);
      return (Map<String, Object>) in.readObject();
    }
  }

  /** What is sealed in a row says nothing to this node. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    Unreadable(Throwable cause) {
      super(cause);
    }
  }
}
