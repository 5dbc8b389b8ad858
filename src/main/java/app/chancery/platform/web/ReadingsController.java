package app.chancery.platform.web;

import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Reading;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a person while they type how the office reads it. It is the reading by which the field is
 * taken or refused afterwards, and no second one in the browser.
 */
@RestController
class ReadingsController {

  private static final String NUMBER = "number";

  /** By what the id of a form's field begins with. */
  private static final Map<String, Function<String, Reading<String>>> READERS =
      Map.of(
          "date",
          text -> Dates.read(text).map(Dates::inFull),
          NUMBER,
          text -> Figures.read(text).map(BigDecimal::toPlainString));

  /**
   * @param words how the text is read; null if it is not
   * @param fault why not, in a sentence; null if it is
   */
  record Shown(String words, String fault) {}

  /**
   * @param least of a number, the least that the field takes; only together with
   * @param most the most that it takes
   */
  @GetMapping("/readings/{kind}")
  Shown read(
      @PathVariable String kind,
      @RequestParam String text,
      @RequestParam Optional<String> least,
      @RequestParam Optional<String> most) {
    Function<String, Reading<String>> reader =
        kind.equals(NUMBER) && least.isPresent() && most.isPresent()
            ? within(least.get(), most.get())
            : READERS.get(kind);
    if (reader == null) {
      throw new NotFound(Words.of("reading.noSuchKind"));
    }
    Reading<String> reading = reader.apply(text);
    return new Shown(reading.value(), reading.fault());
  }

  private static Function<String, Reading<String>> within(String least, String most) {
    BigDecimal from = Figures.ofProgram(least).orRefuse("least");
    BigDecimal to = Figures.ofProgram(most).orRefuse("most");
    return text -> Figures.read(text, from, to).map(BigDecimal::toPlainString);
  }
}
