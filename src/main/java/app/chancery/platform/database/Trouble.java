package app.chancery.platform.database;

import app.chancery.platform.words.Coded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * Why the database does nothing for a request; its word is the heading of the page that says so.
 */
public enum Trouble implements Coded {
  /** It is there and cannot write, for example because its disk is full. */
  CANNOT_WRITE("30"),
  /** It is not there, or has so much to do that it did not come to this request. */
  AWAY("5");

  private static final String ATTRIBUTE = Trouble.class.getName();

  private final String secondsToWait;

  Trouble(String secondsToWait) {
    this.secondsToWait = secondsToWait;
  }

  /** After which it is worth trying again. */
  String secondsToWait() {
    return secondsToWait;
  }

  /** Whether the database did nothing for whoever met this, and not because of what they did. */
  public static boolean isToldBy(SQLException failure) {
    return Troubles.of(failure).isPresent();
  }

  /**
   * A file that is needed for an answer cannot be written: whoever asked is told that nothing was
   * kept.
   */
  public static UncheckedIOException ofFile(IOException why) {
    Troubles.meet(CANNOT_WRITE);
    return new UncheckedIOException(why);
  }

  void noteIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** Why a request is answered with 503. */
  public static Trouble of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Trouble trouble ? trouble : CANNOT_WRITE;
  }
}
