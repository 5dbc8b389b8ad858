package app.chancery.desk.inbox;

import app.chancery.records.Inbox;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the count of unread notices for its head; of what is no page, none is made. */
@ControllerAdvice(annotations = Controller.class)
class UnreadAdvice {

  /** More are told as "99+". */
  private static final int MOST_TOLD = 99;

  private final Inbox inbox;

  UnreadAdvice(Inbox inbox) {
    this.inbox = inbox;
  }

  @ModelAttribute("unread")
  Unread unread(Authentication person) {
    return new Unread(() -> person == null ? 0 : inbox.unread(person.getName(), MOST_TOLD + 1));
  }

  /** Counted when a page asks. */
  public static final class Unread {

    private final Supplier<Integer> counting;
    private Integer counted;

    private Unread(Supplier<Integer> counting) {
      this.counting = counting;
    }

    public int count() {
      if (counted == null) {
        counted = counting.get();
      }
      return counted;
    }

    public String shown() {
      return count() > MOST_TOLD ? MOST_TOLD + "+" : String.valueOf(count());
    }
  }
}
