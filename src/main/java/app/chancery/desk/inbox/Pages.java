package app.chancery.desk.inbox;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;

/** How much of a list is asked for at once. */
final class Pages {

  private static final int LARGEST = 200;

  /** Far behind any that holds a notice. */
  private static final int LAST = 1_000_000;

  private Pages() {}

  /**
   * @param page counts from 0, to {@value #LAST}
   * @param size from 1 to {@value #LARGEST}
   * @throws app.chancery.platform.refusal.Refused if they are not
   */
  static void check(int page, int size) {
    Faults faults = new Faults();
    faults.check(page >= 0 && page <= LAST, "page", Words.of("pages.range").formatted(0, LAST));
    faults.check(
        size >= 1 && size <= LARGEST, "size", Words.of("pages.range").formatted(1, LARGEST));
    faults.refuseIfAny();
  }
}
