package app.chancery.desk.work;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which open tasks somebody wants to see. It is all in the address of the page, so that a list can
 * be sent to a colleague, who sees of it what they may see.
 *
 * @param list null where none was asked for
 * @param text what was looked for; null for anything
 * @param step null for any
 * @param group the id of a group that may take the task; null for any
 * @param overdue only tasks whose due date has passed
 * @param page counts from 0
 */
public record WorkFilter(
    TaskList list, String text, Step step, String group, boolean overdue, int page) {

  /** The most characters that are looked for: as long as the name of a candidate may be. */
  static final int LONGEST_TEXT = 1000;

  /** Everything in a list. */
  static WorkFilter of(TaskList list) {
    return new WorkFilter(list, null, null, null, false, 0);
  }

  /**
   * Reads a filter from the parameters of an address.
   *
   * @throws app.chancery.platform.refusal.Refused naming every parameter that is not understood
   */
  static WorkFilter of(
      String list, String text, String step, String group, boolean overdue, int page) {
    Faults faults = new Faults();
    String wanted = blank(text) ? null : text.strip();
    faults.check(
        wanted == null || wanted.length() <= LONGEST_TEXT,
        "text",
        Words.of("work.text.long").formatted(LONGEST_TEXT));
    faults.check(page >= 0, "page", Words.of("page.none"));
    WorkFilter filter =
        new WorkFilter(
            one("list", list, TaskList.class, faults),
            wanted,
            one("step", step, Step.class, faults),
            blank(group) ? null : group.strip(),
            overdue,
            page);
    faults.refuseIfAny();
    return filter;
  }

  /** What the text asks for: every one of these must be found somewhere, in any case. */
  public List<String> words() {
    return text == null ? List.of() : Arrays.asList(text.split("\\s+"));
  }

  /** Whether something is left out of the list. */
  public boolean isNarrow() {
    return text != null || step != null || group != null || overdue;
  }

  public WorkFilter in(TaskList other) {
    return new WorkFilter(other, text, step, group, overdue, 0);
  }

  public WorkFilter at(int other) {
    return new WorkFilter(list, text, step, group, overdue, other);
  }

  /** Where this is shown, from the root of the office. */
  public String address() {
    return UriComponentsBuilder.fromPath(WorkPages.ADDRESS)
        .queryParamIfPresent("list", Optional.ofNullable(list).map(Coded::code))
        .queryParamIfPresent("text", Optional.ofNullable(text).map(words -> "{text}"))
        .queryParamIfPresent("step", Optional.ofNullable(step).map(Coded::code))
        .queryParamIfPresent("group", Optional.ofNullable(group).map(id -> "{group}"))
        .queryParamIfPresent("overdue", overdue ? Optional.of(true) : Optional.empty())
        .queryParamIfPresent("page", page > 0 ? Optional.of(page) : Optional.empty())
        .encode()
        .buildAndExpand(
            Map.of("text", text == null ? "" : text, "group", group == null ? "" : group))
        .toUriString();
  }

  private static boolean blank(String given) {
    return given == null || given.isBlank();
  }

  private static <E extends Enum<E> & Coded> E one(
      String field, String given, Class<E> type, Faults faults) {
    if (blank(given)) {
      return null;
    }
    Optional<E> found = Coded.find(type, given);
    faults.check(found.isPresent(), field, Coded.oneOf(type));
    return found.orElse(null);
  }
}
