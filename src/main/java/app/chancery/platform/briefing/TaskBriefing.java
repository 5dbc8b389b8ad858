package app.chancery.platform.briefing;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a person needs to see on the form of a task in order to decide: facts, earlier results,
 * tables, and defaults of the fields. Asked for each time the form is opened, so it is never stale,
 * and never stored as process variables.
 */
public interface TaskBriefing {

  /** The element ids of the user tasks it briefs, for example {@code userTask_draftOffer}. */
  Set<String> tasks();

  /**
   * The facts by name. A value is a String, Number, Boolean or LocalDate, or a list of maps for a
   * table on the form. A fact with the name of a field is that field's default.
   */
  Map<String, Object> facts(OpenTask task);

  /**
   * Whom or what a task is about, where a programme has several of its kind, at once or one after
   * the other: it stands behind the name wherever the task is named. Everybody who sees the task
   * reads it. Asked when the task opens, and again when it is done: what it was about may be chosen
   * on its form. Of a delegation's own task the Ally is known without asking.
   *
   * @param variables gives the process variables in sight of the task, and at its end what was
   *     filled in, which nobody has checked yet
   * @return null if the name of the task says enough
   */
  default String subject(String task, String programme, Function<String, Object> variables) {
    return null;
  }
}
