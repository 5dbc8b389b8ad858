package app.chancery.desk.council;

import app.chancery.platform.refusal.PageNumber;
import java.util.List;

/**
 * One page of a list.
 *
 * @param number of the page, from 0
 * @param pages how many there are, 1 or more
 * @param total how many entries the whole list has
 */
record Paged<T>(List<T> entries, int number, long pages, long total) {

  /**
   * @param number one beyond the last page gives the last one
   */
  static <T> Paged<T> of(List<T> all, int number, int size) {
    long pages = PageNumber.pages(all.size(), size);
    int at = within(number, pages);
    return new Paged<>(
        all.subList(at * size, Math.min(all.size(), (at + 1) * size)), at, pages, all.size());
  }

  static int within(int number, long pages) {
    return (int) Math.min(Math.max(0, number), pages - 1);
  }

  public boolean isFirst() {
    return number == 0;
  }

  public boolean isLast() {
    return number == pages - 1;
  }
}
