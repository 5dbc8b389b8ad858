package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionsAheadTest {

  /** A table without an answer would have been read in part only. */
  @Test
  void theTableThatIsAskedAheadAnswers() {
    assertThat(DecisionsAhead.ask().getResultList()).isNotEmpty();
  }
}
