package app.chancery.prerequisites;

import app.chancery.platform.briefing.Retraction;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Intelligence briefs that were just filed; not with a gap, of which the executives were told. */
@Component
class BriefsTakenBack implements Retraction {

  private final IntelligenceRegister register;
  private final DecisionRecords decisions;

  BriefsTakenBack(IntelligenceRegister register, DecisionRecords decisions) {
    this.register = register;
    this.decisions = decisions;
  }

  @Override
  public String task() {
    return "userTask_fileIntelligenceBriefs";
  }

  @Override
  public boolean isPossible(String programme, Instant since) {
    return !register.hasGap(programme, at(since));
  }

  @Override
  public void takeBack(String programme, Instant since) {
    register.takeBack(programme, at(since));
    decisions.record(
        programme,
        Step.PREREQUISITES.folder(),
        Words.of("takeBack.briefs"),
        Words.of("takeBack.why"));
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
