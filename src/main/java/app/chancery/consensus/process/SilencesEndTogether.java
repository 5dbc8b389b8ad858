package app.chancery.consensus.process;

import app.chancery.consensus.DueSilences;
import app.chancery.platform.engine.EndsTogether;
import java.util.List;
import org.springframework.stereotype.Component;

/** Many silences may end at the same instant, and are tallied several at once. */
@Component
class SilencesEndTogether implements EndsTogether {

  private final DueSilences due;

  SilencesEndTogether(DueSilences due) {
    this.due = due;
  }

  @Override
  public String activity() {
    return SecureAllianceConsensusModel.SILENCE_ENDS_TIMER;
  }

  @Override
  public void begin(List<String> programmes) {
    due.begin(programmes);
  }
}
