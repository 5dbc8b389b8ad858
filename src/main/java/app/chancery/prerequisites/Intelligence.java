package app.chancery.prerequisites;

import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The intelligence briefs on a candidate, and what is not known and must be. */
@Service
public class Intelligence {

  private final IntelligenceRegister register;
  private final Days days;
  private final Notices notices;

  Intelligence(IntelligenceRegister register, Days days, Notices notices) {
    this.register = register;
    this.days = days;
    this.notices = notices;
  }

  /**
   * Files intelligence briefs, each with its date, source and confidence.
   *
   * @param field the form field that faults are reported for
   * @param gap what is not known and must be, so that the executives are to hear of it; may be null
   * @return whether there is such a gap
   * @throws Refused if a line cannot be read, or no brief is on file after it
   */
  public boolean fileBriefs(String programme, String field, List<String> lines, String gap) {
    Faults faults = new Faults();
    List<IntelligenceBrief> briefs = IntelligenceBrief.list(field, lines, days.today(), faults);
    faults.check(
        !lines.isEmpty() || !briefs(programme).isEmpty(),
        field,
        Words.of("intelligence.mustHoldAtLeastOneBrief"));
    faults.refuseIfAny();
    briefs.forEach(brief -> register.add(programme, brief));
    Optional.ofNullable(gap).ifPresent(text -> register.addGap(programme, text));
    return gap != null;
  }

  /** The briefs on file, in the order of their dates. */
  public List<IntelligenceBrief> briefs(String programme) {
    return register.briefs(programme);
  }

  /** The gaps that were reported, oldest first. */
  public List<String> gaps(String programme) {
    return register.gaps(programme);
  }

  /** Tells the executives and the managers of the newest intelligence gap. */
  public void informOfGap(String programme) {
    List<String> gaps = gaps(programme);
    notices.tell(
        Message.of(
            NoticeKind.INTELLIGENCE_GAP,
            programme,
            Step.PREREQUISITES.folder(),
            NoticePlace.programme(),
            gaps.get(gaps.size() - 1)),
        List.of(Groups.EXECUTIVES, Groups.MANAGERS));
  }
}
