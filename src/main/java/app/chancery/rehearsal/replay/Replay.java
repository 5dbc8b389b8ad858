package app.chancery.rehearsal.replay;

import app.chancery.consensus.Newcomers;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Moments;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.replay.ReplayResult.Event;
import app.chancery.rehearsal.replay.ReplayResult.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Feeds the given events of a case to the real processes, on the office's virtual clock and through
 * the tasks of people, and looks whether what is expected comes out on its very date.
 */
@Service
public class Replay {

  /** The zone of a case's dates. */
  static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  /** When the silence of a case's proposals ends. */
  static final LocalTime SILENCE_ENDS_AT = LocalTime.of(18, 0);

  private final Office office;
  private final Allies allies;
  private final Newcomers newcomers;
  private final PresumedProgramme presumed;
  private final CouncilPart council;
  private final AccessionPart accession;
  private final CaseRecords records;

  Replay(
      Office office,
      Allies allies,
      Newcomers newcomers,
      PresumedProgramme presumed,
      CouncilPart council,
      AccessionPart accession,
      CaseRecords records) {
    this.office = office;
    this.allies = allies;
    this.newcomers = newcomers;
    this.presumed = presumed;
    this.council = council;
    this.accession = accession;
    this.records = records;
  }

  /**
   * Replays a case in an office without programmes.
   *
   * @throws Refused naming every row that contradicts the list of Parties; then nothing was done
   * @throws IllegalStateException if a process fails, with its cause
   */
  public ReplayResult run(CaseFile history) {
    refuseContradictions(history);
    try {
      return new Run(history).toTheEnd();
    } finally {
      office.resetClock();
    }
  }

  private void refuseContradictions(CaseFile history) {
    Faults faults = new Faults();
    Set<String> candidates = new HashSet<>(history.candidates());
    LocalDate begin = history.rows().get(0).date();
    Set<String> known = new HashSet<>();
    Set<String> joined = new HashSet<>();
    for (CaseRow row : history.rows()) {
      if (row.event() == CaseEvent.PARTY_JOINED) {
        joined.add(row.actor());
        continue;
      }
      if (known.add(row.candidate())) {
        faults.check(
            !allies.isAlly(row.candidate(), begin),
            history.place(row, CaseFile.CANDIDATE),
            "%s is a Party already on %s, when the case begins".formatted(row.candidate(), begin));
      }
      if (row.event().isOfAParty()) {
        faults.check(
            joined.contains(row.actor())
                || candidates.contains(row.actor())
                || allies.isAlly(row.actor(), row.date()),
            history.place(row, CaseFile.ACTOR),
            "%s is no Party on %s".formatted(row.actor(), row.date()));
      }
    }
    faults.refuseIfAny();
  }

  private final class Run {

    private final CaseFile history;
    private final Map<CaseRow, String> remarks = new HashMap<>();
    private final Set<CaseRow> refusals = new HashSet<>();

    /** What was presumed because of a row, before it. */
    private final Map<CaseRow, List<CaseRow>> presumptions = new HashMap<>();

    private final Map<String, String> names = new HashMap<>();

    /** Of those candidates whose proposal has been circulated. */
    private final Map<String, String> programmes = new LinkedHashMap<>();

    /** All programmes, those that ended by a withdrawal too. */
    private final List<Candidacy> candidacies = new ArrayList<>();

    /** On which day a candidate last withdrew its application. */
    private final Map<String, LocalDate> withdrawals = new HashMap<>();

    Run(CaseFile history) {
      this.history = history;
    }

    ReplayResult toTheEnd() {
      LocalDate begin = history.rows().get(0).date();
      office.setClock(begin.atStartOfDay(ZONE).toInstant());
      for (String candidate : history.candidates()) {
        names.put(candidate, nameOf(candidate));
        allies.leaveOpen(candidate);
      }
      for (CaseRow row : history.given()) {
        passTo(row.at());
        remarks.put(row, give(row));
        programmes.values().forEach(accession::goOn);
      }
      passTo(end());
      return new ReplayResult(events(), records.stages(candidacies));
    }

    /** The last silence may end behind the last event. */
    private Instant end() {
      LocalDate last =
          history.rows().stream()
              .flatMap(
                  row ->
                      Stream.concat(
                          Stream.of(row.date()),
                          Stream.ofNullable(row.silenceEnds())
                              .map(ends -> Moments.dayOf(ends, ZONE))))
              .max(LocalDate::compareTo)
              .orElseThrow();
      return last.plusDays(1).atStartOfDay(ZONE).toInstant().minusSeconds(1);
    }

    /** Lets time pass, and what is due on the way happen when it is due. */
    private void passTo(Instant moment) {
      for (Optional<Instant> next = next(moment); next.isPresent(); next = next(moment)) {
        setClock(next.get());
        newcomers.ask();
        office.runDueJobs();
        programmes.values().forEach(accession::goOn);
      }
      setClock(moment);
      newcomers.ask();
      office.runDueJobs();
    }

    /** When the next timer is due or the next Party joins, up to that moment. */
    private Optional<Instant> next(Instant moment) {
      Optional<Instant> joining =
          allies
              .nextJoining()
              .map(day -> day.atStartOfDay(ZONE).toInstant())
              .filter(begin -> begin.isAfter(office.now()));
      return Stream.of(office.nextTimer(), joining)
          .flatMap(Optional::stream)
          .filter(next -> !next.isAfter(moment))
          .min(Comparator.naturalOrder());
    }

    /** Time never goes back, even if a timer is overdue. */
    private void setClock(Instant moment) {
      if (moment.isAfter(office.now())) {
        office.setClock(moment);
      }
    }

    private String give(CaseRow row) {
      try {
        if (row.event() == CaseEvent.PARTY_JOINED) {
          return join(row);
        }
        String programme = programme(row);
        presume(row, programme);
        return give(row, programme);
      } catch (Refused refused) {
        refusals.add(row);
        return "refused: " + refused.getMessage();
      }
    }

    /** What the list of Parties has on that very day is told twice, and contradicts nothing. */
    private String join(CaseRow row) {
      allies.leaveOpen(row.actor());
      if (allies.isAlly(row.actor(), row.date().minusDays(1))) {
        throw new Refused(
            "",
            "%s is a Party already, since %s."
                .formatted(row.actor(), allies.find(row.actor()).orElseThrow().partySince()));
      }
      allies.admit(row.actor(), nameOf(row.actor()), row.date(), "replay");
      return "";
    }

    private String programme(CaseRow row) {
      String key = programmes.get(row.candidate());
      LocalDate withdrawn = withdrawals.get(row.candidate());
      if (key == null
          && (row.event() == CaseEvent.PROPOSAL_CIRCULATED
              || row.event() == CaseEvent.APPLICATION_WITHDRAWN && withdrawn == null)) {
        key = presumed.open(row.candidate(), names.get(row.candidate()), row.date());
        programmes.put(row.candidate(), key);
        candidacies.add(new Candidacy(row.candidate(), key));
      }
      if (key == null) {
        throw new Refused(
            "",
            withdrawn == null
                ? "No proposal on %s was circulated.".formatted(row.candidate())
                : "The application of %s was withdrawn on %s."
                    .formatted(row.candidate(), withdrawn));
      }
      return key;
    }

    /**
     * A stage that the case does not tell of is presumed on the day of the next one it tells of.
     * What comes too early for that presumes nothing, the process refuses it.
     */
    private void presume(CaseRow row, String programme) {
      if (row.event().isOfAParty() && !allies.isAlly(row.actor(), row.date())
          || row.event().stagesBefore().stream().anyMatch(stage -> isAhead(row, stage))) {
        return;
      }
      for (CaseEvent stage : row.event().stagesBefore()) {
        if (!history.tells(row.candidate(), stage)
            && accession.presume(programme, stage, row.date())) {
          presumptions.computeIfAbsent(row, any -> new ArrayList<>()).add(row.presuming(stage));
        }
      }
    }

    /** Whether the case tells of that stage, but it has not been reached. */
    private boolean isAhead(CaseRow row, CaseEvent stage) {
      return history.tells(row.candidate(), stage)
          && history.given().stream()
              .filter(told -> told.candidate().equals(row.candidate()) && told.event() == stage)
              .noneMatch(told -> remarks.containsKey(told) && !refusals.contains(told));
    }

    /** The programme ends; another application may follow. */
    private String withdrawApplication(CaseRow row, String programme) {
      if (allies.isAlly(row.candidate(), row.date())) {
        throw new Refused("", row.candidate() + " has acceded.");
      }
      presumed.withdraw(programme, row.note());
      programmes.remove(row.candidate());
      withdrawals.put(row.candidate(), row.date());
      return "";
    }

    private String give(CaseRow row, String programme) {
      return switch (row.event()) {
        case PROPOSAL_CIRCULATED -> {
          council.circulate(programme, row.silenceEnds());
          yield "";
        }
        case OBJECTION -> {
          refuseInRatification(programme, row, CaseEvent.RATIFICATION_HELD);
          yield council.object(programme, row.actor(), row.note());
        }
        case OBJECTION_WITHDRAWN -> {
          refuseInRatification(programme, row, CaseEvent.RATIFICATION_RESUMED);
          yield council.withdrawObjection(programme, row.actor(), row.note());
        }
        case PROPOSAL_WITHDRAWN -> {
          council.withdrawProposal(programme, row.note());
          yield "";
        }
        case APPLICATION_WITHDRAWN -> withdrawApplication(row, programme);
        case TALKS_HELD -> accession.holdTalks(programme, row.date(), row.note());
        case LETTER_OF_INTENT -> accession.receiveLetter(programme, row.date(), row.note());
        case PROTOCOL_SIGNED -> accession.signProtocol(programme, row.date(), row.note());
        case RATIFICATION_HELD -> accession.hold(programme, row.actor(), row.date(), row.note());
        case RATIFICATION_RESUMED ->
            accession.resume(programme, row.actor(), row.date(), row.note());
        case RATIFIED -> accession.ratify(programme, row.actor(), row.date());
        case INVITED_TO_ACCEDE -> accession.invite(programme, row.date(), row.note());
        case INSTRUMENT_DEPOSITED -> accession.depositInstrument(programme, row.date(), row.note());
        default -> throw new IllegalArgumentException(row.event() + " is not given");
      };
    }

    /** The council has decided by then; what is meant is a hold, or its end. */
    private void refuseInRatification(String programme, CaseRow row, CaseEvent meant) {
      if (accession.isBeingRatified(programme)) {
        throw new Refused(
            "",
            "The council has adopted the proposal, and the protocol is being ratified: there is nothing to object to any more. What %s does with its ratification is told by %s."
                .formatted(row.actor(), meant.code()));
      }
    }

    private List<Event> events() {
      List<Occurrence> all = records.occurrences(candidacies);
      List<Occurrence> left = new ArrayList<>(all);
      Map<CaseRow, Outcome> outcomes = new HashMap<>();
      for (CaseRow row : history.rows()) {
        if (row.isExpected()) {
          Optional<Occurrence> met = left.stream().filter(each -> each.meets(row)).findFirst();
          met.ifPresent(left::remove);
          outcomes.put(row, met.isPresent() ? Outcome.MET : Outcome.MISSED);
        }
      }
      List<Event> events = new ArrayList<>();
      for (CaseRow row : history.rows()) {
        presumptions.getOrDefault(row, List.of()).stream()
            .map(stage -> new Event(stage, Outcome.GIVEN, true, false, ""))
            .forEach(events::add);
        Outcome outcome = outcomes.getOrDefault(row, Outcome.GIVEN);
        events.add(
            new Event(
                row,
                outcome,
                false,
                refusals.contains(row),
                outcome == Outcome.MISSED
                    ? instead(row, left, all)
                    : remarks.getOrDefault(row, "")));
      }
      return events;
    }

    /** What came out instead of what was expected, and when; and what it still waits for. */
    private String instead(CaseRow row, List<Occurrence> unexpected, List<Occurrence> all) {
      String event = row.event().word();
      List<String> days =
          unexpected.stream()
              .filter(each -> each.candidate().equals(row.candidate()))
              .filter(each -> each.event() == row.event())
              .map(each -> each.when(row))
              .toList();
      if (!days.isEmpty()) {
        return "%s came out on %s instead".formatted(event, String.join(" and ", days));
      }
      List<Occurrence> candidates =
          all.stream().filter(each -> each.candidate().equals(row.candidate())).toList();
      List<String> taken =
          candidates.stream()
              .filter(each -> each.event() == row.event())
              .map(each -> each.when(row))
              .toList();
      if (!taken.isEmpty()) {
        return "%s came out on %s only, which another row expects"
            .formatted(event, String.join(" and ", taken));
      }
      List<String> others =
          candidates.stream()
              .map(each -> "%s on %s".formatted(each.event().word(), each.date()))
              .toList();
      String programme = programmes.get(row.candidate());
      return "%s did not come out by %s; %s%s"
          .formatted(
              event,
              Moments.dayOf(office.now(), ZONE),
              others.isEmpty()
                  ? "nothing came out at all"
                  : "instead came out " + String.join(", ", others),
              programme == null ? "; " + whyNone(row.candidate()) : waiting(programme));
    }

    /** Why a candidate has no programme. */
    private String whyNone(String candidate) {
      LocalDate withdrawn = withdrawals.get(candidate);
      return withdrawn == null
          ? "no proposal was circulated"
          : "the application was withdrawn on " + withdrawn;
    }

    private String waiting(String programme) {
      List<String> missing = accession.missing(programme);
      return missing.isEmpty()
          ? records.awaited(programme)
          : "; deposits are missing of " + String.join(", ", missing);
    }

    private String nameOf(String code) {
      return allies
          .find(code)
          .map(Ally::name)
          .orElseGet(
              () -> new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }
  }
}
