package app.chancery.platform.mail;

import java.util.List;

/**
 * A mail to be written. It says that something waits, and never what is confidential: it goes over
 * servers that are not the office's.
 *
 * @param account whose address it goes to
 * @param about by what its writer finds it again, in up to 64 characters
 * @param subject in one line
 * @param lines what waits, each in one line
 * @param path where that is read, relative to the application's root
 */
public record Letter(
    String account, String about, String subject, List<String> lines, String path) {

  public Letter {
    subject = inOneLine(subject);
    lines = lines.stream().map(Letter::inOneLine).toList();
  }

  /** A line break in a header would begin another header. */
  private static String inOneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
