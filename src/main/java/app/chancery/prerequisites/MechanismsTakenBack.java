package app.chancery.prerequisites;

import app.chancery.platform.briefing.Retraction;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The verdict on the partnership mechanisms that was just given. */
@Component
class MechanismsTakenBack implements Retraction {

  private final FindingRegister register;
  private final DecisionRecords decisions;

  MechanismsTakenBack(FindingRegister register, DecisionRecords decisions) {
    this.register = register;
    this.decisions = decisions;
  }

  @Override
  public String task() {
    return "userTask_confirmMechanisms";
  }

  @Override
  public boolean isPossible(String programme, Instant since) {
    return register.since(programme, Part.PARTNERSHIP_MECHANISMS, at(since)) == 1;
  }

  @Override
  public void takeBack(String programme, Instant since) {
    register.takeBack(programme, Part.PARTNERSHIP_MECHANISMS, at(since));
    decisions.record(
        programme,
        Step.PREREQUISITES.folder(),
        Words.of("takeBack.finding").formatted(Part.PARTNERSHIP_MECHANISMS.title()),
        Words.of("takeBack.why"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
