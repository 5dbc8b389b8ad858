package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import app.chancery.Campaign;
import app.chancery.InstalledOffice;
import app.chancery.Visitor;
import app.chancery.consensus.CouncilRush.Told;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.mail.MailState;
import app.chancery.platform.mail.MailWriter;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The council when many act in the same instant: over HTTP, on a real PostgreSQL, the deadlines
 * kept by the real job executor. The clock is set, so that the races are as close on a slow
 * machine.
 */
@Tag("own-application")
class CouncilRacesTest {

  private static final int ROUNDS = Campaign.times(60, 200);

  /** How many rounds have the same deadline. */
  private static final int AT_ONCE = 5;

  /** How many act at the same time then. */
  private static final int PEOPLE = 8;

  private static final String NO_OBJECTION = CouncilRush.NO_OBJECTION;
  private static final String OBJECTION = CouncilRush.OBJECTION;
  private static final String RESERVATION =
      CouncilRush.position("reservation", ", \"reservation\": {\"value\": \"Not before spring.\"}");

  private static final Map<String, Visitor> VISITORS = new ConcurrentHashMap<>();

  private static InstalledOffice office;
  private static Circulations circulations;
  private static Council council;

  @BeforeAll
  static void open() {
    // Jobs are taken up in the instant they fall due, so that they meet the answers of that
    // instant.
    office =
        InstalledOffice.onPostgres(
            // All wait for one round: the database is busy then, and never away.
            "--spring.datasource.hikari.connection-timeout=60000",
            "--camunda.bpm.job-execution.wait-time-in-millis=5",
            "--camunda.bpm.job-execution.max-wait=20",
            // Every refusal is logged, with its stack.
            "--logging.level.org.camunda.bpm.engine.context=off",
            "--logging.level.org.camunda.bpm.engine.rest.exception=off");
    circulations = new Circulations(office);
    council = office.bean(Council.class);
  }

  @AfterEach
  void realTimeAndTheAlliesOfBefore() {
    ClockUtil.reset();
    office.bean(JdbcClient.class).sql("delete from ally where source = 'test'").update();
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @Test
  void allDelegationsAnsweringAtTheSameMomentSucceedAndEachIsRecordedOnce() throws Exception {
    circulations.prepare("ALL-2026");
    circulations.circulate("ALL-2026", now().plusDays(1));
    List<Ally> allies = office.bean(Allies.class).today();
    CountDownLatch ready = new CountDownLatch(allies.size());

    List<HttpResponse<String>> answers =
        CouncilRush.atOnce(
            allies.size(),
            allies.stream()
                .map(
                    ally -> {
                      String task = circulations.positionTask("ALL-2026", ally.delegation());
                      Visitor delegate = delegate(ally.iso2());
                      return (Callable<HttpResponse<String>>)
                          () -> {
                            ready.countDown();
                            ready.await();
                            return submit(delegate, task, NO_OBJECTION);
                          };
                    })
                .toList());

    assertThat(allies).hasSize(32);
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(204);
    assertThat(council.positions(council.openRound("ALL-2026").orElseThrow().id()))
        .extracting(Position::ally)
        .containsExactlyInAnyOrderElementsOf(allies.stream().map(Ally::iso2).toList());
  }

  @Test
  void whateverArrivesInTheInstantOfTheDeadlineEndsInOneExplainableState() throws Exception {
    Random luck = new Random(9);
    OffsetDateTime first = now().plusDays(1).truncatedTo(ChronoUnit.MINUTES);
    List<Race> races = new ArrayList<>();
    for (int number = 0; number < ROUNDS; number++) {
      races.add(new Race("RACE-" + number, first.plusMinutes(2 * (number / AT_ONCE))));
    }
    CouncilRush.atOnce(2, races.stream().map(race -> prepared(race)).toList());

    for (int next = 0; next < ROUNDS; next += AT_ONCE) {
      runTogether(races.subList(next, next + AT_ONCE), luck);
    }
    ClockUtil.setCurrentTime(Date.from(first.plusDays(1).toInstant()));
    ManagementService management = office.bean(ManagementService.class);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> management.createJobQuery().executable().count() == 0);

    assertThat(management.createJobQuery().withException().list()).isEmpty();
    assertThat(office.bean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
    assertThat(races).isNotEmpty().allSatisfy(Race::isExplained);
    assertThat(counted(AUDITED)).isEqualTo(counted(STATED));
    // The races were close: each way to end came about.
    long few = ROUNDS / 20;
    assertThat(races.stream().filter(Race::wasAdopted).count()).isBetween(few, ROUNDS - few);
    assertThat(races.stream().flatMap(race -> race.answers.stream()))
        .anyMatch(Told::isTaken)
        .anyMatch(answer -> answer.text().contains("came after the deadline"))
        .anyMatch(answer -> answer.text().contains("broken by an objection"));
    assertThat(races.stream().flatMap(race -> race.extensions.stream()))
        .anyMatch(Told::isTaken)
        .anyMatch(answer -> !answer.isTaken());
  }

  /** What is told to persons is a matter of statements that each database reads its own way. */
  @Test
  void whatIsToldGoesToInboxesMailsAndDigestsAndEndsWithAnAccount() {
    IdentityService identities = office.bean(IdentityService.class);
    identities.saveUser(identities.newUser("leaver"));
    identities.createMembership("leaver", "delegation-fr");
    circulations.prepare("TOLD-2026");
    circulations.circulate("TOLD-2026", now().plusDays(1));
    office
        .bean(Notices.class)
        .tell(
            Message.of(
                NoticeKind.BRIEF_PROPOSED,
                "TOLD-2026",
                "diplomacy",
                NoticePlace.programme(),
                "A brief."),
            List.of("delegation-fr"));
    String told = "/programmes/TOLD-2026/told";
    Visitor manager = Visitor.person(office.port(), "manager");
    assertThat(manager.open(told).body())
        .contains("mail at once, waits to be sent: 33", "digest, goes out with the next one: 2");

    // In the middle of a working day of which no digest is written yet.
    LocalDate day = office.bean(WorkingDays.class).after(office.bean(Days.class).today(), 10);
    ClockUtil.setCurrentTime(Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    office.context().getBeansOfType(MailWriter.class).values().forEach(MailWriter::writeWhatIsDue);

    assertThat(manager.open(told).body()).contains("digest, waits to be sent: 2");
    assertThat(delegate("FR").json("/api/v1/inbox").path("unread").asInt()).isGreaterThan(1);
    Visitor france = Visitor.person(office.port(), "delegate-fr");
    Map<String, String> absence =
        Map.of(
            "who",
            "",
            "deputy",
            "leaver",
            "from",
            day.toString(),
            "until",
            day.plusDays(1).toString());
    assertThat(france.postForm("/absence", absence).statusCode()).isEqualTo(302);
    identities.deleteUser("leaver");
    assertThat(france.open("/absence").body()).contains("leaver has left the office");
    assertThat(france.open("/inbox?unread=true").body()).contains("Nobody acts for");
    france.postForm("/inbox/read", Map.of("newest", "999999"));
    assertThat(delegate("FR").json("/api/v1/inbox").path("unread").asInt()).isZero();
    Visitor administrator = Visitor.person(office.port(), "admin");
    assertThat(MailState.values())
        .isNotEmpty()
        .allSatisfy(
            state ->
                assertThat(administrator.open("/mails?state=" + state.code()).statusCode())
                    .isEqualTo(200));
    assertThat(manager.open(told).body())
        .contains(
            "mail at once, waits to be sent: 32",
            "leaver, delegation of France, who has left the office");
  }

  /** An accession ends in the instant in which others answer and one objects. */
  @Test
  void whoJoinsWhileOthersAnswerIsAskedOnceOrComesAfterTheObjection() throws Exception {
    Allies allies = office.bean(Allies.class);
    for (int number = 0; number < 10; number++) {
      String programme = "JOIN-" + number;
      String joining = "X" + (char) ('A' + number);
      circulations.prepare(programme);
      circulations.circulate(programme, now().plusDays(1));
      List<Callable<Told>> acts = new ArrayList<>();
      for (String ally : number % 2 == 0 ? List.of("FR", "DE", "IT") : List.of("FR", "DE")) {
        String task = circulations.positionTask(programme, Delegations.groupOf(ally));
        String answer = ally.equals("IT") ? OBJECTION : NO_OBJECTION;
        acts.add(() -> Told.of(ally, submit(delegate(ally), task, answer)));
      }
      acts.add(
          () -> {
            allies.admit(joining, "Joining " + joining, now().toLocalDate(), "test");
            return new Told(joining, 204, "");
          });

      List<Told> told = CouncilRush.atOnce(acts.size(), acts);

      assertThat(told)
          .filteredOn(answer -> !answer.isTaken())
          .extracting(Told::text)
          .filteredOn(text -> !text.contains("broken by an objection"))
          .isEmpty();
      Round round = council.newestRound(programme).orElseThrow();
      assertThat(round.allies()).doesNotHaveDuplicates();
      if (round.isOpen()) {
        assertThat(round.allies()).contains(joining);
        assertThat(circulations.positionTasks(programme)).hasSameSizeAs(round.allies());
        assertThat(circulations.positionTask(programme, Delegations.groupOf(joining))).isNotNull();
      } else {
        assertThat(circulations.positionTasks(programme)).isEmpty();
        assertThatCode(() -> circulations.only(programme, "userTask_consultObjectors"))
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void eightDelegationsAnsweringAtOnceAreEachRecordedOnce() throws Exception {
    new CouncilRush(office.context(), office.port()).allAnswerAtOnce(5);
  }

  @Test
  void whoeverOpensAFormWhileOthersObjectSeesNoFailure() throws Exception {
    new CouncilRush(office.context(), office.port()).formsAreOpenedWhileOthersObject(8);
  }

  /** Who is refused leaves nothing in the audit either. */
  private static final String AUDITED =
      """
      select count(*) from (
        select act, programme from audit_record union all select act, programme from audit_waiting) a
      where act = 'position' and programme like 'RACE-%'
      """;

  private static final String STATED =
      """
      select count(*) from council_position p join council_round r on r.id = p.council_round
      where r.programme like 'RACE-%'
      """;

  private static long counted(String statement) {
    return office.bean(JdbcClient.class).sql(statement).query(Long.class).single();
  }

  private static Callable<Race> prepared(Race race) {
    return () -> {
      circulations.prepare(race.programme);
      circulations.circulate(race.programme, race.deadline);
      return race;
    };
  }

  /**
   * The clock stands just before the deadline of these rounds, everybody begins to act, and while
   * they do, the clock moves on to the deadline: at the start, at the end or in between.
   */
  private static void runTogether(List<Race> races, Random luck) throws Exception {
    Instant deadline = races.get(0).deadline.toInstant();
    List<Runnable> acts = new ArrayList<>(races.stream().flatMap(race -> race.acts(luck)).toList());
    Collections.shuffle(acts, luck);
    CountDownLatch inTime = new CountDownLatch(luck.nextInt(acts.size()));
    ClockUtil.setCurrentTime(Date.from(deadline.minusMillis(1)));
    List<Callable<Void>> all = new ArrayList<>();
    all.add(
        () -> {
          inTime.await();
          ClockUtil.setCurrentTime(Date.from(deadline));
          return null;
        });
    for (Runnable act : acts) {
      all.add(
          () -> {
            act.run();
            inTime.countDown();
            return null;
          });
    }
    CouncilRush.atOnce(1 + PEOPLE, all);
  }

  /** One round, and what arrives when its silence ends. */
  private static final class Race {

    final String programme;
    final OffsetDateTime deadline;
    final List<Told> answers = Collections.synchronizedList(new ArrayList<>());
    final List<Told> extensions = Collections.synchronizedList(new ArrayList<>());

    Race(String programme, OffsetDateTime deadline) {
      this.programme = programme;
      this.deadline = deadline;
    }

    Stream<Runnable> acts(Random luck) {
      Stream.Builder<Runnable> acts = Stream.builder();
      acts.add(act(answers, "FR", delegate("FR"), positionTask("FR"), NO_OBJECTION));
      acts.add(act(answers, "DE", delegate("DE"), positionTask("DE"), RESERVATION));
      if (luck.nextInt(2) == 0) {
        acts.add(act(answers, "TR", delegate("TR"), positionTask("TR"), OBJECTION));
      }
      if (luck.nextInt(3) == 0) {
        OffsetDateTime later = deadline.plusMinutes(1);
        acts.add(
            act(
                extensions,
                "secretary",
                visitor("secretary"),
                circulations.only(programme, "userTask_followRound"),
                """
                {"variables": {"silenceDate": {"value": "%s"}, "silenceTime": {"value": "%s"},
                  "silenceZone": {"value": "UTC"},
                  "extensionReason": {"value": "A capital asks for more time."}}}
                """
                    .formatted(later.toLocalDate(), Circulations.time(later))));
      }
      return acts.build();
    }

    private static Runnable act(
        List<Told> told, String who, Visitor sender, String task, String body) {
      return () -> told.add(Told.of(who, submit(sender, task, body)));
    }

    private String positionTask(String ally) {
      return circulations.positionTask(programme, "delegation-" + ally.toLowerCase(Locale.ROOT));
    }

    boolean wasAdopted() {
      return round().status() == Round.Status.ADOPTED;
    }

    private Round round() {
      return council.newestRound(programme).orElseThrow();
    }

    /** One tally or one objection has ended it, and everybody was told the truth. */
    void isExplained() {
      Round round = round();
      List<Position> positions = council.positions(round.id());
      assertThat(council.rounds(programme)).hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> !answer.isTaken())
          .extracting(Told::text)
          .filteredOn(
              text ->
                  !text.contains("came after the deadline")
                      && !text.contains("broken by an objection"))
          .isEmpty();
      assertThat(positions)
          .extracting(Position::ally)
          .containsExactlyInAnyOrderElementsOf(
              answers.stream().filter(Told::isTaken).map(Told::who).toList());
      assertThat(positions)
          .extracting(Position::statedAt)
          .filteredOn(
              stated -> !stated.isBefore(round.silenceEnds()) || stated.isAfter(round.endedAt()))
          .isEmpty();
      isExtendedOnce(round);
      if (wasAdopted()) {
        assertThat(positions).noneMatch(Position::isObjection);
        assertThat(round.endedAt()).isAfterOrEqualTo(round.silenceEnds());
        assertThat(passed("serviceTask_tallyPositions")).isEqualTo(1);
        assertThat(passed("endEvent_packageEndorsed")).isEqualTo(1);
        assertThat(decisions("Package endorsed by consensus")).isEqualTo(1);
        assertThat(office.bean(Deliverables.class).of(programme))
            .singleElement()
            .satisfies(
                issued -> assertThat(issued.kind()).isEqualTo(DeliverableKind.COUNCIL_ENDORSEMENT));
      } else {
        assertThat(round.status()).isEqualTo(Round.Status.BROKEN);
        assertThat(positions).filteredOn(Position::isObjection).isNotEmpty();
        assertThat(passed("serviceTask_tallyPositions")).isZero();
        assertThat(passed("serviceTask_breakSilence")).isEqualTo(1);
        assertThatCode(() -> circulations.only(programme, "userTask_consultObjectors"))
            .doesNotThrowAnyException();
      }
      assertThat(circulations.positionTasks(programme)).isEmpty();
    }

    private void isExtendedOnce(Round round) {
      List<Told> taken = extensions.stream().filter(Told::isTaken).toList();
      assertThat(council.extensions(round.id())).hasSize(taken.size());
      assertThat(round.silenceEnds().isEqual(deadline)).isEqualTo(taken.isEmpty());
      assertThat(extensions)
          .filteredOn(answer -> !answer.isTaken())
          .extracting(Told::text)
          .filteredOn(
              text ->
                  !text.contains("Silence has ended already") && !text.contains("no longer open"))
          .isEmpty();
    }

    private long passed(String activity) {
      return office
          .bean(HistoryService.class)
          .createHistoricActivityInstanceQuery()
          .processInstanceId(instance())
          .activityId(activity)
          .finished()
          .count();
    }

    private String instance() {
      return office
          .bean(HistoryService.class)
          .createHistoricProcessInstanceQuery()
          .processInstanceBusinessKey(programme)
          // Its endorsement is printed by a process of its own.
          .processDefinitionKey("secure-alliance-consensus")
          .singleResult()
          .getId();
    }

    private long decisions(String what) {
      return office.bean(DecisionRecords.class).of(programme).stream()
          .map(DecisionRecord::what)
          .filter(what::equals)
          .count();
    }
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(office.bean(Clock.class)).truncatedTo(ChronoUnit.MILLIS);
  }

  private static Visitor delegate(String ally) {
    return visitor("delegate-" + ally.toLowerCase(Locale.ROOT));
  }

  private static Visitor visitor(String account) {
    return VISITORS.computeIfAbsent(account, each -> Visitor.program(office.port(), each));
  }

  private static HttpResponse<String> submit(Visitor visitor, String task, String body) {
    return visitor.post("/engine-rest/task/" + task + "/submit-form", body);
  }
}
