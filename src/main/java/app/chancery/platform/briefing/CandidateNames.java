package app.chancery.platform.briefing;

import java.util.Optional;

/** The names of the candidates that programmes are about. */
public interface CandidateNames {

  /**
   * The name of a programme's candidate, which never changes.
   *
   * @param programme its key; of what is no programme there is none
   */
  Optional<String> of(String programme);
}
