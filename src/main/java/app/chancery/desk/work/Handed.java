package app.chancery.desk.work;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.List;

/**
 * What came of passing tasks on: told on the next page, once.
 *
 * @param key of the words that say what was done to how many, in the message bundle
 * @param to the name of who has them now, for those words; empty where nobody was named
 * @param done the tasks that changed hands
 * @param left those that did not, each with the reason
 */
public record Handed(String key, String to, List<Done> done, List<Left> left)
    implements Serializable {

  private static final String NEXT = Handed.class.getName();

  public Handed {
    done = List.copyOf(done);
    left = List.copyOf(left);
  }

  /**
   * Keeps it for the next page; what an earlier click left there, nobody waits for any more. A
   * program has no session and no next page.
   */
  void tellNext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(NEXT, this);
    }
  }

  /** What is to be told on this page; null if nothing is. */
  static Handed toTell(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return null;
    }
    Object told = session.getAttribute(NEXT);
    session.removeAttribute(NEXT);
    return (Handed) told;
  }

  /** Whether nothing was chosen to begin with. */
  public boolean isNothing() {
    return done.isEmpty() && left.isEmpty();
  }

  /**
   * @param id empty if its page is not there for the person
   * @param label the task among those of all programmes
   */
  public record Done(String id, String label) implements Serializable {}

  /**
   * @param label the task; empty if it is not there
   * @param why a sentence
   */
  public record Left(String label, String why) implements Serializable {}
}
