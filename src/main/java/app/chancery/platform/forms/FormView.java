package app.chancery.platform.forms;

import java.util.List;

/**
 * A form as a page shows it.
 *
 * @param action where it is sent
 * @param reader the account of the person it was shown to: who logs in as somebody else meanwhile
 *     must not go on with it
 * @param errors what is wrong with what was sent, for the summary above the form
 * @param draftOf when the draft was saved that the fields hold; null if they hold none
 * @param version of the draft that the page knows, "" if it knows none: a later one was typed in
 *     another window
 * @param once the one-time number of a start form, which is taken once under it; null for a task
 * @param discarded whether a draft was discarded that can still be brought back
 * @param seen how much was on record of a task that stands when the form was shown; null of others
 * @param handIn what its button says
 * @param briefed whether the person is told what the groups of the task are told
 */
public record FormView(
    FormPlace place,
    String action,
    String reader,
    List<PartView> parts,
    List<Problem> errors,
    String draftOf,
    String version,
    String once,
    boolean discarded,
    String seen,
    String handIn,
    boolean briefed) {

  /**
   * One thing that is wrong.
   *
   * @param field the id of the element to go to; null if it is no field of this form
   * @param label what the field is called
   */
  public record Problem(String field, String label, String message) {}

  /** Whether it asks for what is for the groups of its task alone. */
  public boolean isConfidential() {
    return parts.stream().anyMatch(PartView::isConfidential);
  }

  /** The parts that tell what there is to know before anything is asked. */
  public List<PartView> briefing() {
    return parts.subList(0, firstAsking());
  }

  /** The parts from the first one on that asks for something. */
  public List<PartView> answer() {
    return parts.subList(firstAsking(), parts.size());
  }

  /**
   * A text right before the first question belongs to it, unless it is all that there is to know.
   */
  private int firstAsking() {
    int first = 0;
    while (first < parts.size() && !parts.get(first).asksForSomething()) {
      first++;
    }
    return first > 1 && parts.get(first - 1).type().equals("text") ? first - 1 : first;
  }
}
