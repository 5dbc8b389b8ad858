package app.chancery.integration;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * No security gap (rule 7): a phase ends only when the assurances of the next one are in force.
 * Until then the next ones are brought into force, or those of the phase are extended.
 */
@Service
public class SecurityGap {

  private final Days days;
  private final Phases phases;
  private final Assurances assurances;
  private final DecisionRecords decisions;
  private final Notices notices;

  SecurityGap(
      Days days, Phases phases, Assurances assurances, DecisionRecords decisions, Notices notices) {
    this.days = days;
    this.phases = phases;
    this.assurances = assurances;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** Whether every assurance of the phase behind this one is in force today, or none follows. */
  public boolean isClosedBehind(long phaseId) {
    return phases.after(phases.get(phaseId)).map(assurances::areInForce).orElse(true);
  }

  /** What a gap is answered with. */
  public enum Answer implements Coded {
    BRING_INTO_FORCE,
    EXTEND
  }

  /**
   * Answers a gap behind a phase.
   *
   * @return whether the phase goes on under extended assurances
   * @throws Refused naming everything that is missing or wrong; fields as in {@link AssuranceTerm}
   */
  public boolean answer(long phaseId, Answer answer, AssuranceTerm term) {
    Phase phase = phases.get(phaseId);
    boolean extend = answer == Answer.EXTEND;
    if (extend) {
      extend(phase, term);
    } else {
      Optional<Phase> next = phases.after(phase);
      bringIntoForce(
          next.orElseThrow(() -> new Refused("gapAnswer", Words.of("phase.last"))).id(), term);
    }
    return extend;
  }

  /**
   * Every assurance of a phase is in force for a term that covers today.
   *
   * @throws Refused naming everything that is missing or wrong; fields as in {@link AssuranceTerm}
   */
  public void bringIntoForce(long phaseId, AssuranceTerm term) {
    Phase phase = phases.get(phaseId);
    LocalDate today = days.today();
    Faults faults = check(term);
    faults.check(term.inForceFrom() != null, "inForceFrom", Words.of("form.required"));
    faults.check(
        term.inForceFrom() == null || !term.inForceFrom().isAfter(today),
        "inForceFrom",
        Words.of("securityGap.mustNotBeInTheFuture"));
    faults.refuseIfAny();
    record(
        phase,
        NoticeKind.ASSURANCES_IN_FORCE,
        Words.of("securityGap.assurancesInForce"),
        term.inForceFrom(),
        term);
  }

  private void extend(Phase phase, AssuranceTerm term) {
    check(term).refuseIfAny();
    // What has lapsed was in force for a time of its own; the days between are none of the record.
    LocalDate from =
        assurances.of(phase).stream()
            .filter(assurance -> assurance.isInForce(days.today()))
            .map(Assurance::inForceFrom)
            .findFirst()
            .orElse(days.today());
    record(
        phase,
        NoticeKind.ASSURANCES_EXTENDED,
        Words.of("securityGap.assurancesExtended"),
        from,
        term);
  }

  private void record(
      Phase phase, NoticeKind kind, String what, LocalDate from, AssuranceTerm term) {
    assurances.putInForce(phase, from, term.inForceUntil(), term.assuranceSource());
    String heading =
        Words.of("securityGap.until")
            .formatted(what, phase.instrument().title(), Dates.words(term.inForceUntil()));
    decisions.record(phase.programme(), Step.INTEGRATION.folder(), heading, term.assuranceSource());
    notices.tellAllAllies(
        Message.of(
            kind,
            phase.programme(),
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            phase.instrument().title(),
            term.inForceUntil(),
            term.assuranceSource()));
  }

  private Faults check(AssuranceTerm term) {
    Faults faults = new Faults();
    LocalDate today = days.today();
    faults.check(term.inForceUntil() != null, "inForceUntil", Words.of("form.required"));
    faults.check(
        term.inForceUntil() == null || term.inForceUntil().isAfter(today),
        "inForceUntil",
        Words.of("securityGap.mustBeAfterToday"));
    faults.check(
        term.assuranceSource() != null && !term.assuranceSource().isBlank(),
        "assuranceSource",
        Words.of("form.required"));
    return faults;
  }
}
