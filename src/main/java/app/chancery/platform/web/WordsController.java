package app.chancery.platform.web;

import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words of what our scripts put into Tasklist, Cockpit and Admin. */
@RestController
class WordsController {

  /** What their keys begin with. */
  private static final List<String> OF_WEBAPPS = List.of("webapps.", "Colour.");

  /** Of the alliance, by whose calendar the scripts count days. */
  private static final String ZONE = "webapps.zone";

  private final Days days;

  WordsController(Days days) {
    this.days = days;
  }

  @GetMapping("/words/webapps")
  Map<String, String> ofWebapps() {
    Map<String, String> words =
        Words.spoken().keySet().stream()
            .filter(key -> OF_WEBAPPS.stream().anyMatch(key::startsWith))
            .collect(
                Collectors.toMap(Function.identity(), Words::of, (one, same) -> one, HashMap::new));
    words.put(ZONE, days.zone().getId());
    return words;
  }
}
