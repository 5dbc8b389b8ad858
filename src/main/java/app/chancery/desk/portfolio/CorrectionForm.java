package app.chancery.desk.portfolio;

import app.chancery.integration.Activity;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.records.Correctable;
import app.chancery.records.dossier.RecordedIndicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form by which one entry is corrected.
 *
 * @param seen the last correction of the entry that its reader knows of, 0 if there is none
 * @param about what is corrected, in words
 * @param faults those that belong to no field
 */
public record CorrectionForm(
    Correctable of, long entry, long seen, String about, List<Field> fields, List<String> faults) {

  /** The fields that are on every such form. */
  private static final Set<String> COMMON = Set.of("of", "entry", "seen", "reason", "_csrf");

  /**
   * @param label in words
   * @param was what is on record now; null for the reason
   * @param typed what stands in the field
   * @param fault null if there is none
   */
  public record Field(String id, String label, String was, String typed, String fault) {

    public boolean isReason() {
      return was == null;
    }
  }

  static CorrectionForm ofName(Programme programme, long seen) {
    return of(
        Correctable.CANDIDATE_NAME,
        0,
        seen,
        programme.called(),
        List.of(field("name", "correction.field.name", programme.name())));
  }

  static CorrectionForm ofFigure(RecordedIndicator figure, long seen) {
    return of(
        Correctable.FIGURE,
        figure.id(),
        seen,
        "%s (%s)".formatted(figure.name().label(), figure.name().unit()),
        List.of(
            field("value", "correction.field.value", figure.value()),
            field("asOf", "correction.field.asOf", figure.asOf().toString()),
            field("source", "correction.field.source", figure.source())));
  }

  static CorrectionForm ofActivity(Activity activity, String programme, long seen) {
    return of(
        Correctable.ACTIVITY,
        activity.id(),
        seen,
        "%s (%s)".formatted(activity.name(), activity.kind().word()),
        List.of(
            field("date", "correction.field.date", activity.date().toString()),
            field("to", "correction.field.to", programme)));
  }

  private static CorrectionForm of(
      Correctable of, long entry, long seen, String about, List<Field> fields) {
    return new CorrectionForm(
        of,
        entry,
        seen,
        about,
        Stream.concat(
                fields.stream(),
                Stream.of(new Field("reason", Words.of("correction.field.reason"), null, "", null)))
            .toList(),
        List.of());
  }

  private static Field field(String id, String label, String was) {
    return new Field(id, Words.of(label), was, was, null);
  }

  /** With what was sent, and what is wrong with it. */
  CorrectionForm again(Map<String, String> sent, List<Fault> wrong) {
    Map<String, String> byField =
        wrong.stream()
            .collect(
                Collectors.toMap(Fault::field, Fault::message, (one, other) -> one + "; " + other));
    List<Field> again =
        fields.stream()
            .map(
                each ->
                    new Field(
                        each.id(),
                        each.label(),
                        each.was(),
                        sent.getOrDefault(each.id(), ""),
                        byField.get(each.id())))
            .toList();
    Set<String> known = again.stream().map(Field::id).collect(Collectors.toSet());
    List<String> others = new ArrayList<>();
    wrong.stream()
        .filter(fault -> !known.contains(fault.field()))
        .forEach(
            fault ->
                others.add(
                    fault.field().isEmpty()
                        ? fault.message()
                        : fault.field() + ": " + fault.message()));
    return new CorrectionForm(of, entry, seen, about, again, others);
  }

  /** What was sent that the form does not have. */
  List<Fault> unknown(Set<String> sent) {
    return sent.stream()
        .filter(each -> !COMMON.contains(each))
        .filter(each -> fields.stream().noneMatch(field -> field.id().equals(each)))
        .sorted()
        .map(each -> new Fault(each, Words.of("correction.unknown")))
        .toList();
  }

  static Optional<Correctable> kind(String code) {
    return Arrays.stream(Correctable.values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
