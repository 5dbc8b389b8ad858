package app.chancery.desk.council;

import java.util.List;

/**
 * One page of a list.
 *
 * @param number of the page, from 0
 * @param last the number of the last page
 * @param total how many entries the whole list has
 */
record Paged<T>(List<T> entries, int number, int last, long total) {

  /**
   * @param number one beyond the last page gives the last one
   */
  static <T> Paged<T> of(List<T> all, int number, int size) {
    int last = last(all.size(), size);
    int at = within(number, last);
    return new Paged<>(
        all.subList(at * size, Math.min(all.size(), (at + 1) * size)), at, last, all.size());
  }

  static int last(long total, int size) {
    return (int) Math.max(0, (total - 1) / size);
  }

  static int within(int number, int last) {
    return Math.min(Math.max(0, number), last);
  }

  public boolean isFirst() {
    return number == 0;
  }

  public boolean isLast() {
    return number == last;
  }
}
