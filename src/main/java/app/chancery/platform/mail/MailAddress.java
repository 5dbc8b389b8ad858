package app.chancery.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The address of one mailbox, and nothing besides it. */
final class MailAddress {

  private MailAddress() {}

  /**
   * @throws AddressException if it is none, or has a name, a second address or a line break in it
   */
  static InternetAddress of(String text) throws AddressException {
    if (text.isBlank() || !text.chars().allMatch(sign -> sign > ' ' && sign < 127)) {
      throw new AddressException("No mail address");
    }
    InternetAddress address = new InternetAddress(text, true);
    if (!address.getAddress().equals(text) || !text.contains("@")) {
      throw new AddressException("No mail address alone");
    }
    return address;
  }
}
