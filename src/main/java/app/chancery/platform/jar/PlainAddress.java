package app.chancery.platform.jar;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The address of something in a jar as every library understands it, whatever the folder is called
 * that the jar is in. Letters outside ASCII stand in Spring Boot's addresses as they are, and the
 * JDK's readers of schemas find nothing beside such an address; a folder whose name ends with an
 * exclamation mark ends the name of the jar for the JDK, which looks for the first {@code !/}.
 */
final class PlainAddress {

  private static final Pattern NO_ASCII = Pattern.compile("[^\\x00-\\x7f]+");

  private static final String WITHIN = "!/";

  private PlainAddress() {}

  /** The address of the same thing; the very same one if it is plain, null if there is none. */
  static URL of(URL address) {
    if (address == null) {
      return null;
    }
    String given = address.toExternalForm();
    String plain = plain(given);
    try {
      return plain.equals(given) ? address : new URL(address, plain);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plain(String address) {
    int within = Math.max(0, address.lastIndexOf(WITHIN));
    String jar = address.substring(0, within).replace(WITHIN, "%21/");
    return NO_ASCII.matcher(jar + address.substring(within)).replaceAll(PlainAddress::escaped);
  }

  private static String escaped(MatchResult letters) {
    return URLEncoder.encode(letters.group(), StandardCharsets.UTF_8);
  }
}
