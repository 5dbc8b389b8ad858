package app.chancery.integration.process;

import app.chancery.engine.FormInput;
import app.chancery.integration.NewActivity;
import app.chancery.integration.PhaseEntry;
import java.time.LocalDate;
import java.util.List;

/** The form {@code conduct-phase}: which of its fields count depends on what is recorded. */
final class PhaseForm {

  /** What a person can record. */
  private enum Entry {
    ACTIVITY,
    MILESTONE,
    COMPLETE
  }

  private PhaseForm() {}

  static PhaseEntry read(FormInput form) {
    Entry entry = form.choice("entry", Entry.class);
    NewActivity activity =
        new NewActivity(
            text(form, "kind"),
            text(form, "name"),
            text(form, "date"),
            participants(form),
            text(form, "standard"),
            text(form, "source"),
            number(form, "plannedExercise"));
    Long milestone = number(form, "milestone");
    LocalDate metOn = form.optionalDate("metOn").orElse(null);
    String evidence = text(form, "evidence");
    String summary = text(form, "summary");
    return switch (entry) {
      case ACTIVITY -> new PhaseEntry.Held(activity);
      case MILESTONE -> new PhaseEntry.Met(milestone, metOn, evidence);
      case COMPLETE -> new PhaseEntry.Complete(summary);
    };
  }

  private static List<String> participants(FormInput form) {
    return form.lines("participants");
  }

  private static String text(FormInput form, String field) {
    return form.optionalText(field).orElse(null);
  }

  private static Long number(FormInput form, String field) {
    return form.optionalNumber(field, 1, Long.MAX_VALUE).map(Double::longValue).orElse(null);
  }
}
