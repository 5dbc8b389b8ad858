package app.chancery.platform.forms;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the definition of a form asks of its fields, the same that Tasklist checks in the browser.
 * What the business asks of them it checks itself when they are handed in.
 */
final class Check {

  private final Facts facts;
  private final Faults faults = new Faults();

  private Check(Facts facts) {
    this.facts = facts;
  }

  /**
   * @throws app.chancery.platform.refusal.Refused if a field that is shown holds what it must not
   */
  static void refuseFaulty(FormDefinition form, Set<String> hidden, Entries entries, Facts facts) {
    Check check = new Check(facts);
    form.fields().stream()
        .filter(field -> !hidden.contains(field.id()))
        .forEach(field -> check.field(field, entries.of(field.key())));
    check.faults.refuseIfAny();
  }

  private void field(FormPart field, String text) {
    FormPart.Rule rule = field.rule();
    Optional<String> unfit = field.takesText() ? Entries.unfit(field, text) : Optional.empty();
    if (unfit.isPresent()) {
      faults.add(field.key(), unfit.get());
      return;
    }
    if (text.isBlank() || field.isTickBox() && !Entries.YES.equals(text)) {
      faults.check(!rule.required(), field.key(), Words.of("form.required"));
      return;
    }
    if (field.isChoice()) {
      faults.check(isOffered(field, text), field.key(), Words.of("form.notOffered"));
      return;
    }
    if (rule.pattern() != null && !rule.pattern().matcher(text).find()) {
      faults.add(
          field.key(),
          rule.patternMessage().isEmpty() ? Words.of("form.pattern") : rule.patternMessage());
      // It says how the text is to be, and so how long.
      return;
    }
    faults.check(
        text.length() >= rule.least(), field.key(), Words.counted("form.tooShort", rule.least()));
    faults.check(
        text.length() <= rule.most(), field.key(), Words.counted("form.tooLong", rule.most()));
  }

  private boolean isOffered(FormPart field, String value) {
    return choices(field, facts).stream().anyMatch(choice -> choice.value().equals(value));
  }

  static List<FormPart.Choice> choices(FormPart field, Facts facts) {
    return field.valuesKey() == null ? field.values() : facts.choices(field.valuesKey());
  }
}
