package app.chancery.prerequisites;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The verdict on a part, with what it rests on.
 *
 * @param attempt counts from 1; an area that is sent back is examined in the next attempt
 */
public record Finding(
    Part part,
    int attempt,
    boolean satisfied,
    String why,
    List<Detail> details,
    String foundBy,
    OffsetDateTime foundAt) {

  public Finding {
    details = List.copyOf(details);
  }

  public String verdict() {
    return (satisfied ? Verdict.SATISFIED : Verdict.NOT_SATISFIED).word();
  }

  /** A labelled fact that a finding rests on. */
  public record Detail(String label, String detail) {}
}
