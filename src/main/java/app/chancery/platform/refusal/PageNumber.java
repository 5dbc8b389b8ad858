package app.chancery.platform.refusal;

import app.chancery.platform.words.Words;

/**
 * Which page of a list an address asks for, counted from 0. One beyond the end is answered with the
 * last one, because a list gets shorter while people have its address; none comes before the first.
 */
public final class PageNumber {

  private PageNumber() {}

  /**
   * How many pages a list has; at least one, which may be empty.
   *
   * @param total entries, 0 or more
   * @param size entries on a page, 1 or more
   */
  public static long pages(long total, int size) {
    return Math.max(1, (total + size - 1) / size);
  }

  /**
   * @param field the parameter of the address
   * @throws Refused if it is below 0
   */
  public static void refuseNegative(String field, int page) {
    if (page < 0) {
      throw new Refused(field, Words.of("page.none"));
    }
  }
}
