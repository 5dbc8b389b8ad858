package app.chancery.desk.work;

import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An open task on a list.
 *
 * @param key the element id of the user task in its model
 * @param what is to be done, and about whom where a programme has several of the kind
 * @param programme the key of the programme; null if it belongs to none
 * @param candidate the name of the programme's candidate; null if there is no such programme
 * @param step null if its process belongs to none
 * @param account of whoever has it; null if nobody has
 * @param holder the name of that person, and of who is away if it was taken in their place
 * @param mine whether the person who looks has it
 * @param absent the name of who is away and in whose place that person does it; null if in their
 *     own
 * @param inHand whether they have it, or whoever they stand in for, or somebody who took it for
 *     them while they were away
 * @param workable whether that person may take it, or has it
 * @param groups the names of those who may take it
 * @param due null if it has no due date
 * @param stands whether it waits because the programme is suspended
 */
public record WorkItem(
    String id,
    String key,
    String what,
    String programme,
    String candidate,
    Step step,
    String account,
    String holder,
    boolean mine,
    String absent,
    boolean inHand,
    boolean workable,
    List<String> groups,
    OffsetDateTime openedAt,
    Due due,
    boolean stands) {

  /** For example "Dorelia (XD-2026)". */
  public String title() {
    return candidate == null
        ? programme == null ? "" : programme
        : Programme.called(candidate, programme);
  }

  /** The task among those of all programmes. */
  public String label() {
    return title().isEmpty() ? what : Words.of("work.label").formatted(title(), what);
  }

  /** Whether the person who looks could take it now. */
  public boolean isFree() {
    return workable && holder == null && !stands;
  }
}
