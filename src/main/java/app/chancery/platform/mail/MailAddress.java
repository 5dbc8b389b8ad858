package app.chancery.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;

/**
 * The address of one mailbox, and nothing besides it. A domain may be in any script, and is sent to
 * the server as it is registered (IDNA); what stands before it is of ASCII, as not every server
 * takes another.
 */
final class MailAddress {

  private MailAddress() {}

  /**
   * @throws AddressException if it is none, or has a name, a second address or a line break in it
   */
  static InternetAddress of(String text) throws AddressException {
    int at = text.lastIndexOf('@');
    if (at < 0) {
      throw new AddressException("No mail address");
    }
    String registered = text.substring(0, at + 1) + domain(text.substring(at + 1));
    if (!isAscii(registered)) {
      throw new AddressException("No mail address of ASCII");
    }
    InternetAddress address = new InternetAddress(registered, true);
    if (!address.getAddress().equals(registered)) {
      throw new AddressException("No mail address alone");
    }
    return address;
  }

  /** Whether it is an address but for what stands before the domain, which is not of ASCII. */
  static boolean isOfAnotherScript(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && text.codePoints().noneMatch(sign -> sign <= ' ' || sign == 127)
        && !isAscii(text.substring(0, at));
  }

  private static String domain(String written) throws AddressException {
    if (isAscii(written)) {
      return written;
    }
    try {
      return IDN.toASCII(written, IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException none) {
      throw new AddressException("No domain");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(sign -> sign > ' ' && sign < 127);
  }
}
