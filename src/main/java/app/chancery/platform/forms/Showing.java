package app.chancery.platform.forms;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.Reading;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes of a form, and of what its fields hold, what a page shows. */
final class Showing {

  private static final String DATE = "date";
  private static final String NUMBER = "number";

  /**
   * A cell whose word is the name of a colour has the colour's code beside it, under this ending.
   */
  private static final String MARK = "Mark";

  private final Facts facts;
  private final Entries entries;
  private final Set<String> hidden;
  private final Map<String, String> faults;

  /**
   * @param faults what is wrong, by the names of the fields
   */
  private Showing(Facts facts, Entries entries, Set<String> hidden, Map<String, String> faults) {
    this.facts = facts;
    this.entries = entries;
    this.hidden = hidden;
    this.faults = faults;
  }

  static List<PartView> of(
      FormDefinition form, Facts facts, Entries entries, Set<String> hidden, List<Fault> faults) {
    Map<String, String> byField =
        faults.stream()
            .collect(
                Collectors.toMap(Fault::field, Fault::message, (one, other) -> one + "; " + other));
    return new Showing(facts, entries, hidden, byField).all(form.parts());
  }

  private List<PartView> all(List<FormPart> parts) {
    List<PartView> shown = new ArrayList<>();
    String row = "";
    for (FormPart part : parts) {
      shown.add(one(part, row.isEmpty() || !row.equals(part.row())));
      row = part.row();
    }
    return shown;
  }

  private PartView one(FormPart part, boolean startsRow) {
    String value = part.isField() ? entries.of(part.key()) : "";
    boolean asDay = part.reading().equals(DATE) && (value.isEmpty() || isDay(value));
    boolean isRead = Set.of(DATE, NUMBER).contains(part.reading()) && !part.isConfidential();
    // What cannot be read is said once: by the refusal, where there is one.
    boolean isTold =
        isRead
            && !value.isBlank()
            && !(faults.containsKey(part.key()) && read(part, value).found().isEmpty());
    return new PartView(
        part.isOneLine() ? "textfield" : part.type(),
        part.id(),
        part.key(),
        facts.filled(part.label()),
        facts.filled(part.description()),
        part.text().isEmpty() ? "" : Markup.html(part.text(), facts),
        hidden.contains(part.id()),
        part.rule().required(),
        value,
        asDay ? DATE : "text",
        part.reading().equals(NUMBER) ? "decimal" : null,
        isRead ? readBy(part) : null,
        isTold ? told(read(part, value), value) : "",
        isTold && read(part, value).found().isEmpty(),
        options(part, value),
        part.columns().stream().map(FormPart.Column::label).toList(),
        rows(part),
        part.lines(),
        part.rowsHint() == null ? null : facts.filled(part.rowsHint()),
        part.warning(),
        part.isField() ? faults.get(part.key()) : null,
        startsRow,
        part.width(),
        all(part.parts()));
  }

  /** What a browser's own field for a day can hold. */
  private static boolean isDay(String value) {
    return Dates.read(value).found().map(day -> day.toString().equals(value)).orElse(false);
  }

  /** The reading that also {@code GET /readings} tells while somebody types. */
  private static Reading<String> read(FormPart part, String value) {
    if (part.reading().equals(DATE)) {
      return Dates.read(value).map(Dates::inFull);
    }
    FormPart.Bounds bounds = part.rule().bounds();
    return (bounds == null
            ? Figures.read(value)
            : Figures.read(value, bounds.least(), bounds.most()))
        .map(BigDecimal::toPlainString);
  }

  private static String readBy(FormPart part) {
    FormPart.Bounds bounds = part.rule().bounds();
    return bounds == null
        ? part.reading()
        : "%s?least=%s&most=%s"
            .formatted(
                part.reading(), bounds.least().toPlainString(), bounds.most().toPlainString());
  }

  /** What a field holds as the office reads it; as it was written where it cannot be read. */
  static String asRead(FormPart field, String text) {
    return field.reading().equals(DATE)
        ? Dates.read(text).map(Dates::words).found().orElse(text)
        : text;
  }

  /** What was read as it is written needs no telling. */
  private static String told(Reading<String> read, String value) {
    return read.found().map(words -> words.equals(value.strip()) ? "" : words).orElse(read.fault());
  }

  private List<PartView.Option> options(FormPart part, String value) {
    if (!part.isChoice()) {
      return List.of();
    }
    List<FormPart.Choice> choices = Check.choices(part, facts);
    boolean isOffered =
        value.isEmpty() || choices.stream().anyMatch(choice -> choice.value().equals(value));
    Stream<FormPart.Choice> all =
        isOffered
            ? choices.stream()
            : Stream.concat(
                choices.stream(),
                Stream.of(
                    new FormPart.Choice(value, Words.of("form.noLongerOffered").formatted(value))));
    List<PartView.Option> options = new ArrayList<>();
    all.forEach(
        choice ->
            options.add(
                new PartView.Option(
                    options.isEmpty() ? part.id() : part.id() + "-" + options.size(),
                    choice.value(),
                    facts.filled(choice.label()),
                    choice.value().equals(value))));
    return options;
  }

  private List<List<PartView.Cell>> rows(FormPart part) {
    return part.dataSource().isEmpty()
        ? List.of()
        : facts.rows(part.dataSource()).stream()
            .map(row -> part.columns().stream().map(column -> cell(row, column.key())).toList())
            .toList();
  }

  private static PartView.Cell cell(Map<?, ?> row, String key) {
    String mark = Facts.text(row.get(key + MARK));
    return new PartView.Cell(Facts.text(row.get(key)), mark.isEmpty() ? null : mark);
  }
}
