package app.chancery.platform.briefing;

import app.chancery.platform.words.Words;
import java.util.Optional;

/** The names of the candidates that programmes are about. */
public interface CandidateNames {

  /**
   * The name of a programme's candidate, which changes only when it is corrected.
   *
   * @param programme its key; of what is no programme there is none
   */
  Optional<String> of(String programme);

  /**
   * What people read: "Dorelia (XD-2026)".
   *
   * @param programme its key, which alone is told of what is no programme
   */
  default String inWords(String programme) {
    return of(programme).map(name -> called(name, programme)).orElse(programme);
  }

  /** The same of a candidate's name and the key of its programme. */
  static String called(String name, String programme) {
    return Words.of("programme.called").formatted(name, programme);
  }
}
