package app.chancery.integration.process;

import app.chancery.integration.AssuranceTerm;
import app.chancery.integration.NewActivity;
import app.chancery.integration.PhaseEntry;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.words.Coded;
import java.time.LocalDate;

/**
 * The fields that forms of step 5 have in common, and the form {@code conduct-phase}: which of its
 * fields count depends on what is recorded.
 */
final class PhaseForm {

  /** What a person can record. */
  private enum Entry implements Coded {
    ACTIVITY,
    MILESTONE,
    COMPLETE
  }

  private PhaseForm() {}

  static PhaseEntry read(FormInput form) {
    Entry entry = form.choice("entry", Entry.class);
    NewActivity activity = activity(form);
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

  /** The fields that say what took place. */
  static NewActivity activity(FormInput form) {
    return new NewActivity(
        text(form, "kind"),
        text(form, "name"),
        text(form, "date"),
        form.lines("participants"),
        text(form, "standard"),
        text(form, "source"),
        number(form, "plannedExercise"));
  }

  /** The fields that say for how long assurances are in force, and by what. */
  static AssuranceTerm assuranceTerm(FormInput form) {
    return new AssuranceTerm(
        form.optionalDate("inForceFrom").orElse(null),
        form.optionalDate("inForceUntil").orElse(null),
        text(form, "assuranceSource"));
  }

  private static String text(FormInput form, String field) {
    return form.optionalText(field).orElse(null);
  }

  private static Long number(FormInput form, String field) {
    return form.optionalNumber(field, 1, Long.MAX_VALUE).map(Double::longValue).orElse(null);
  }
}
