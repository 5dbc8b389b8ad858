package app.chancery.desk.whatif;

import java.time.OffsetDateTime;

/**
 * What somebody tried and keeps.
 *
 * @param owner the account of who keeps it
 * @param note may be empty
 * @param shared whether all staff see it, or its owner alone
 * @param query what was tried, as {@link Tried#query} gives it; it is judged anew each time
 */
record Scenario(
    long id,
    String owner,
    String name,
    String note,
    boolean shared,
    String query,
    OffsetDateTime keptAt) {

  public String address() {
    return Tried.ADDRESS + "?" + query;
  }
}
