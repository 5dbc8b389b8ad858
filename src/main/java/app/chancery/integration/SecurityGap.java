package app.chancery.integration;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
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
 * Until then the next ones are brought into force, or those of the phase are extended. Those of the
 * phase under way are extended at any time besides: they protect by the calendar.
 */
@Service
public class SecurityGap {

  private final Days days;
  private final Programmes programmes;
  private final Phases phases;
  private final Assurances assurances;
  private final DecisionRecords decisions;
  private final Notices notices;

  SecurityGap(
      Days days,
      Programmes programmes,
      Phases phases,
      Assurances assurances,
      DecisionRecords decisions,
      Notices notices) {
    this.days = days;
    this.programmes = programmes;
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
    Faults faults = faults(term);
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

  /**
   * Extends the assurances of the phase under way, also while the programme is suspended.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended
   * @throws Refused if no phase with assurances is under way, they are in force as long already, or
   *     anything is missing or wrong; fields as in {@link AssuranceTerm}
   */
  public void prolong(String programme, AssuranceTerm term) {
    Programme extended = programmes.lock(programme);
    if (!extended.isOpen()) {
      throw new Conflict(
          "programme", Words.of("securityGap.programmeEnded").formatted(extended.key()));
    }
    // What was only promised is brought into force, at its gate: that is no extension.
    Phase phase =
        phases
            .current(programme)
            .filter(
                current ->
                    assurances.of(current).stream().anyMatch(each -> each.inForceFrom() != null))
            .orElseThrow(
                () ->
                    new Refused(
                        "programme",
                        Words.of("securityGap.nothingToExtend").formatted(extended.key())));
    extend(phase, term);
  }

  private void extend(Phase phase, AssuranceTerm term) {
    LocalDate today = days.today();
    Optional<Assurance> inForce =
        assurances.of(phase).stream().filter(each -> each.isInForce(today)).findFirst();
    LocalDate until = inForce.map(Assurance::inForceUntil).orElse(today);
    Faults faults = faults(term);
    faults.check(
        term.inForceUntil() == null
            || !term.inForceUntil().isAfter(today)
            || term.inForceUntil().isAfter(until),
        "inForceUntil",
        Words.of("securityGap.mustBeLater").formatted(Dates.words(until)));
    faults.refuseIfAny();
    // What has lapsed was in force for a time of its own; the days between are none of the record.
    LocalDate from = inForce.map(Assurance::inForceFrom).orElse(today);
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

  /** What is wrong with a term, whichever phase it is of. */
  public Faults faults(AssuranceTerm term) {
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
