package app.chancery.platform.web;

import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Reading;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.math.BigDecimal;
import java.util.Map;
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

  /** By what the id of a form's field begins with. */
  private static final Map<String, Function<String, Reading<String>>> READERS =
      Map.of(
          "date", text -> Dates.read(text).map(Dates::inFull),
          "number", text -> Figures.read(text).map(BigDecimal::toPlainString));

  /**
   * @param words how the text is read; null if it is not
   * @param fault why not, in a sentence; null if it is
   */
  record Shown(String words, String fault) {}

  @GetMapping("/readings/{kind}")
  Shown read(@PathVariable String kind, @RequestParam String text) {
    Function<String, Reading<String>> reader = READERS.get(kind);
    if (reader == null) {
      throw new NotFound(Words.of("reading.noSuchKind"));
    }
    Reading<String> reading = reader.apply(text);
    return new Shown(reading.value(), reading.fault());
  }
}
