package app.chancery.platform.engine;

import app.chancery.platform.forms.Entries;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Reading;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Reads what a form has just submitted, in the types the business wants. A form checks only in the
 * browser and a caller of the engine's API may submit anything, so every value is checked here.
 * Faults are collected; {@link #accept()} either refuses, naming them all, or removes the submitted
 * variables, because the business keeps the data from here on.
 */
public final class FormInput {

  private final Function<String, Object> values;
  private final Consumer<Set<String>> removal;
  private final Faults faults = new Faults();
  private final Set<String> read = new LinkedHashSet<>();
  private NotFound unknown;

  private FormInput(Function<String, Object> values, Consumer<Set<String>> removal) {
    this.values = values;
    this.removal = removal;
  }

  public static FormInput of(VariableScope scope) {
    return new FormInput(scope::getVariable, scope::removeVariables);
  }

  /** The fields of a task that stands; they never become variables. */
  public static FormInput of(Map<String, Object> fields) {
    return new FormInput(fields::get, read -> {});
  }

  /** All variables in sight, with texts of any length whole. */
  public static Map<String, Object> values(VariableScope scope) {
    Map<String, Object> values = new LinkedHashMap<>(scope.getVariables());
    values.replaceAll((name, value) -> LongTexts.read(value));
    return values;
  }

  /** A text that must be there; "" (with a fault) if it is not. */
  public String text(String field) {
    return optionalText(field).orElseGet(() -> missing(field, ""));
  }

  public Optional<String> optionalText(String field) {
    return raw(field)
        .map(Object::toString)
        .filter(value -> PlainText.check(value, field, faults))
        .map(PlainText::stripped)
        .filter(value -> !value.isEmpty())
        .filter(
            value ->
                Entries.tooLong(value)
                    .map(fault -> faults.check(false, field, fault))
                    .orElse(true));
  }

  /**
   * Whether any of the fields was sent, be it empty; programs may leave out what they do not mean.
   */
  public boolean isAnySent(String... fields) {
    return Arrays.stream(fields).anyMatch(field -> raw(field).isPresent());
  }

  /** The lines of a text field with one entry a line, blank ones left out. */
  public List<String> lines(String field) {
    return optionalText(field).stream()
        .flatMap(text -> Arrays.stream(text.split("\\R")))
        .map(PlainText::stripped)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** A number that must be there and within the bounds, both included. */
  public double number(String field, double least, double most) {
    return optionalNumber(field, least, most).orElseGet(() -> missing(field, least));
  }

  public Optional<Double> optionalNumber(String field, double least, double most) {
    return figure(field, BigDecimal.valueOf(least), BigDecimal.valueOf(most), Figures::read)
        .map(BigDecimal::doubleValue);
  }

  /** A whole number that must be there and within the bounds, both included. */
  public int whole(String field, int least, int most) {
    return figure(field, BigDecimal.valueOf(least), BigDecimal.valueOf(most), Figures::readWhole)
        .filter(
            figure ->
                faults.check(
                    figure.stripTrailingZeros().scale() <= 0,
                    field,
                    Words.of("formInput.mustBeAWholeNumber")))
        .map(BigDecimal::intValue)
        .orElseGet(() -> missing(field, least));
  }

  /** Reads a number of which it is known where it must lie. */
  private interface Bounded {

    Reading<BigDecimal> read(String text, BigDecimal least, BigDecimal most);
  }

  private Optional<BigDecimal> figure(
      String field, BigDecimal least, BigDecimal most, Bounded reader) {
    boolean isOfProgram = raw(field).filter(Number.class::isInstance).isPresent();
    return read(
            field, text -> isOfProgram ? Figures.ofProgram(text) : reader.read(text, least, most))
        .filter(
            figure ->
                faults.check(
                    figure.compareTo(least) >= 0 && figure.compareTo(most) <= 0,
                    field,
                    Words.of("formInput.mustBeFromTo").formatted(plain(least), plain(most))));
  }

  /** A tick box; not ticked and not sent are the same. */
  public boolean yes(String field) {
    return tick(field).orElse(false);
  }

  /** A tick box of which it counts whether it was asked; empty if the sender's form has none. */
  public Optional<Boolean> tick(String field) {
    return optionalText(field).map(Boolean::parseBoolean);
  }

  /**
   * Takes the tick by which a form asks once more for what cannot be undone. The form asks for it,
   * on the desk and in Tasklist; a program that chooses such a thing has said so once.
   */
  public FormInput confirmed() {
    yes("finalConfirmed");
    return this;
  }

  /** A choice between yes and no that must be made. */
  public boolean yesOrNo(String field) {
    return parsed(field, Words.of("formInput.mustBeTrueOrFalse"), FormInput::trueOrFalse)
        .orElseGet(() -> missing(field, false));
  }

  public LocalDate date(String field) {
    return optionalDate(field).orElseGet(() -> missing(field, LocalDate.EPOCH));
  }

  public Optional<LocalDate> optionalDate(String field) {
    return read(field, Dates::read);
  }

  /** One of the constants of an enum, by its code or its word. */
  public <E extends Enum<E> & Coded> E choice(String field, Class<E> type) {
    return optionalChoice(field, type).orElseGet(() -> missing(field, type.getEnumConstants()[0]));
  }

  public <E extends Enum<E> & Coded> Optional<E> optionalChoice(String field, Class<E> type) {
    return parsed(
        field,
        Coded.oneOf(type),
        value -> Coded.find(type, value).orElseThrow(() -> new IllegalArgumentException(value)));
  }

  /** Adds a fault of the caller's own finding. */
  public FormInput check(boolean condition, String field, String message) {
    faults.check(condition, field, message);
    return this;
  }

  /** Adds what the business finds wrong, but for fields that are known to be faulty already. */
  public FormInput checkAll(Faults found) {
    Set<String> known =
        faults.list().stream()
            .map(app.chancery.platform.refusal.Fault::field)
            .collect(java.util.stream.Collectors.toSet());
    found.list().stream()
        .filter(fault -> !known.contains(fault.field()))
        .forEach(fault -> faults.add(fault.field(), fault.message()));
    return this;
  }

  /**
   * Asks the business what is meant by a field, and takes its refusal down with what else is wrong.
   *
   * @return empty if there is nothing in the field, or nothing is meant by it
   */
  public <T> Optional<T> meant(String field, Function<String, T> business) {
    String text = text(field);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(business.apply(text));
    } catch (Refused refused) {
      refused.faults().forEach(fault -> faults.add(fault.field(), fault.message()));
    } catch (NotFound nothing) {
      faults.add(field, nothing.getMessage());
      unknown = nothing;
    }
    return Optional.empty();
  }

  /**
   * Ends the reading.
   *
   * @throws Refused if anything is wrong; the task then stays open
   * @throws NotFound if all that is wrong is that there is nothing of that name
   */
  public void accept() {
    if (unknown != null && faults.list().size() == 1) {
      throw unknown;
    }
    faults.refuseIfAny();
    removal.accept(read);
  }

  private Optional<Object> raw(String field) {
    read.add(field);
    return Optional.ofNullable(LongTexts.read(values.apply(field)));
  }

  private <T> Optional<T> read(String field, Function<String, Reading<T>> reader) {
    Optional<Reading<T>> reading = optionalText(field).map(reader);
    reading
        .map(isConfidential(field) ? Reading::wanted : Reading::fault)
        .ifPresent(fault -> faults.add(field, fault));
    return reading.flatMap(Reading::found);
  }

  /** A refusal is logged, and what is confidential is in no log (rule 11). */
  private static boolean isConfidential(String field) {
    return field.startsWith(ConfidentialHistoryLevel.PREFIX);
  }

  private <T> Optional<T> parsed(String field, String fault, Function<String, T> parser) {
    Optional<String> value = optionalText(field);
    try {
      return value.map(parser);
    } catch (IllegalArgumentException e) {
      faults.add(field, isConfidential(field) ? fault : "'" + value.orElseThrow() + "' " + fault);
      return Optional.empty();
    }
  }

  private static boolean trueOrFalse(String value) {
    if (!value.equals("true") && !value.equals("false")) {
      throw new IllegalArgumentException(value);
    }
    return value.equals("true");
  }

  /** Notes that a required field is missing, unless a fault of that field is known already. */
  private <T> T missing(String field, T standIn) {
    boolean known = faults.list().stream().anyMatch(fault -> fault.field().equals(field));
    if (!known) {
      faults.add(field, Words.of("form.required"));
    }
    return standIn;
  }

  private static String plain(BigDecimal bound) {
    return bound.stripTrailingZeros().toPlainString();
  }
}
