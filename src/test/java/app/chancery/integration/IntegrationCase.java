package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.Dossier;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What the tests of step 5 share: a programme with an endorsed package, and an office to work in.
 */
abstract class IntegrationCase {

  static final LocalDate START = LocalDate.of(2027, 1, 11);
  static final String KEY = "XR-2026";

  @Autowired Days days;
  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Rehearsal rehearsal;
  @Autowired RuntimeService runtime;
  @Autowired HistoryService history;
  @Autowired Programmes programmes;
  @Autowired Packages packages;
  @Autowired Integration integration;
  @Autowired Phases phases;
  @Autowired Milestones milestones;
  @Autowired Activities activities;
  @Autowired Assurances assurances;
  @Autowired ExerciseSchedule schedule;
  @Autowired PlannedExercises exercises;
  @Autowired OppositionChecks opposition;
  @Autowired Accessions accessions;
  @Autowired Ratifications ratifications;
  @Autowired Allies allies;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;

  @BeforeEach
  void mondayMorning() {
    day(START);
  }

  void day(LocalDate day) {
    office.setClock(day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
  }

  LocalDate today() {
    return days.of(office.now());
  }

  void pass(Period period) {
    day(today().plus(period));
    office.runDueJobs();
  }

  /** A programme of Ruritania whose package of that tier the council has adopted. */
  String endorsed(Tier tier) {
    return endorsed(tier, SampleDossiers.ruritania());
  }

  String endorsed(Tier tier, Dossier dossier) {
    String key = programmes.register(dossier);
    endorse(key, tier);
    return key;
  }

  void endorse(String key, Tier tier) {
    packages.draft(key, tier, tier, "as assessed", terms(tier));
    packages.plan(key, instruments(tier));
    packages.approve(key);
    packages.endorse(key);
    programmes.settleTier(key, tier);
  }

  private static PackageTerms terms(Tier tier) {
    List<PlannedMilestone> planned = new ArrayList<>();
    planned.add(
        PlannedMilestone.general(
            "Partnership programme signed", "document", "signed", START.plusMonths(6)));
    if (tier != Tier.STRATEGIC_PARTNER) {
      planned.add(
          PlannedMilestone.interoperability(
              "Interoperability of declared units",
              "standards implemented, %",
              "75",
              START.plusMonths(20)));
    }
    return new PackageTerms(
        List.of("Political consultation", "Early-warning arrangement"),
        List.of("Dialogue on supply chains"),
        List.of("Yearly field exercise"),
        planned,
        "It fits");
  }

  private static List<PlannedInstrument> instruments(Tier tier) {
    List<PlannedInstrument> planned = new ArrayList<>();
    planned.add(
        new PlannedInstrument(
            Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
            "low",
            "regional",
            START,
            START.plusMonths(9)));
    if (tier != Tier.STRATEGIC_PARTNER) {
      planned.add(
          new PlannedInstrument(
              Instrument.JOINT_TRAINING_INITIATIVE,
              "medium",
              "operational",
              START.plusMonths(9),
              START.plusMonths(24)));
    }
    if (tier == Tier.FULL_CANDIDATE) {
      planned.add(
          new PlannedInstrument(
              Instrument.FULL_MEMBERSHIP_ACCESSION,
              "high",
              "alliance-wide",
              START.plusMonths(24),
              START.plusMonths(54)));
    }
    return planned;
  }

  String start(String process) {
    return start(process, KEY, Map.of());
  }

  String start(String process, String key, Map<String, Object> variables) {
    String id = runtime.startProcessInstanceByKey(process, key, variables).getId();
    office.runDueJobs();
    return id;
  }

  void complete(String task, Object... namesAndValues) {
    Map<String, Object> fields = new HashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      fields.put(namesAndValues[index].toString(), namesAndValues[index + 1]);
    }
    OpenTask open = work.task(task);
    office.complete(open, Rehearsal.accountOf(open.group()), fields);
    office.runDueJobs();
  }

  /** Lets the scripted staff work until the process has ended. */
  void rehearse(String instance) {
    rehearsal.run(
        () -> runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0,
        happening -> {});
  }

  Object variable(String instance, String name) {
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceId(instance)
        .variableName(name)
        .singleResult()
        .getValue();
  }

  String endOf(String instance) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .activityType("noneEndEvent")
        .orderByHistoricActivityInstanceEndTime()
        .desc()
        // While the clock stands still, many end at once.
        .orderPartiallyByOccurrence()
        .desc()
        .list()
        .get(0)
        .getActivityId();
  }

  List<String> subjects(String key) {
    return notices.of(key).stream().map(Notice::subject).toList();
  }

  Notice notice(String key, String subject) {
    return notices.of(key).stream()
        .filter(each -> each.subject().startsWith(subject))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError(subject + " is not among " + subjects(key)));
  }

  DecisionRecord lastDecision(String key) {
    List<DecisionRecord> taken = decisions.of(key);
    return taken.get(taken.size() - 1);
  }

  static void isToAllAllies(Notice notice) {
    assertThat(notice.recipients()).contains("delegation-fr", "delegation-us", "delegation-tr");
  }

  static Instant at(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);
  }
}
