package app.chancery.consensus.process;

import app.chancery.platform.engine.EndsTogether;
import java.util.List;
import org.springframework.stereotype.Component;

/** Of silences that have ended together, the endorsements are issued together. */
@Component
class EndorsementsTogether implements EndsTogether {

  @Override
  public String activity() {
    return SecureAllianceConsensusModel.ISSUE_ENDORSEMENT;
  }

  @Override
  public void begin(List<String> programmes) {}
}
