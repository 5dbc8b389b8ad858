package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.alliance.Allies;
import app.chancery.alliance.Ally;
import app.chancery.bench.Measured.Cost;
import app.chancery.bench.Measured.Setting;
import app.chancery.consensus.Circulations;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rounds of the council the office gets through. */
class CouncilBench {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 100);
  private static final int STORM = Integer.getInteger("bench.storm", 500);

  /** Until the compiler has seen enough. */
  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 60);

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Test
  void rounds() {
    Report report =
        new Report(
            "council",
            "| model | on | answered rounds/s | their processor time each, ms | silent rounds/s | their processor time each, ms | statements (trips) per answered round | per silent round | %d silences at once: s | tallies/s |"
                .formatted(STORM));
    for (Setting setting : Setting.values()) {
      if (!Report.isWanted(setting.name())) {
        continue;
      }
      try (Measured measured = Measured.on(setting)) {
        report.add("Chancery", setting.title, run(measured, new Ours(measured)));
        if (setting == Setting.POSTGRES_DEFAULTS) {
          measured.deploy("bare-round.bpmn");
          report.add("bare", setting.title, run(measured, new Bare(measured)));
        }
      }
    }
    report.write();
  }

  private static List<String> run(Measured measured, Rounds rounds) {
    rounds.go(WARM_UP, true);
    rounds.go(WARM_UP, false);
    Result answered = rounds.go(ROUNDS, true);
    String answeredSent = answered.sent(measured.statements());
    if (Boolean.getBoolean("bench.texts")) {
      measured.printTexts(ROUNDS);
    }
    Result silent = rounds.go(ROUNDS, false);
    String silentSent = silent.sent(measured.statements());
    if (Boolean.getBoolean("bench.texts")) {
      measured.printTexts(ROUNDS);
    }
    Result storm = rounds.go(STORM, false);
    return List.of(
        answered.rate(),
        answered.processorTime(),
        silent.rate(),
        silent.processorTime(),
        answeredSent,
        silentSent,
        "%.1f".formatted(storm.tallying.seconds()),
        "%.1f".formatted(STORM / storm.tallying.seconds()));
  }

  /**
   * @param circulating until all were circulated and, if so, answered
   * @param tallying from the deadline until the last was adopted
   */
  private record Result(int rounds, Cost circulating, Cost tallying) {

    String rate() {
      return "%.1f".formatted(rounds / circulating.plus(tallying).seconds());
    }

    String processorTime() {
      return "%.0f".formatted(1000 * circulating.plus(tallying).processorSeconds() / rounds);
    }

    String sent(CountedStatements statements) {
      return "%.0f (%.0f)"
          .formatted(
              statements.statements() / (double) rounds, statements.trips() / (double) rounds);
    }
  }

  /** Many rounds, all with the same deadline. */
  private abstract static class Rounds {

    final List<Ally> allies;
    final IdentityService identities;
    final TaskService tasks;
    final RuntimeService runtime;
    private final Measured measured;
    private final CountedStatements statements;

    Rounds(Measured measured) {
      this.measured = measured;
      statements = measured.statements();
      allies = measured.office().bean(Allies.class).today();
      identities = measured.office().bean(IdentityService.class);
      tasks = measured.office().bean(TaskService.class);
      runtime = measured.office().bean(RuntimeService.class);
    }

    Result go(int count, boolean answered) {
      ClockUtil.reset();
      Instant deadline = new Date().toInstant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(86_400);
      List<String> programmes =
          java.util.stream.IntStream.range(0, count)
              .mapToObj(each -> "BENCH-" + NUMBER.incrementAndGet())
              .toList();
      Measured.each(count, number -> prepare(programmes.get(number)));
      statements.reset();
      Cost circulating =
          measured.cost(
              () ->
                  Measured.each(
                      count,
                      number -> {
                        circulate(programmes.get(number), deadline);
                        if (answered) {
                          answer(programmes.get(number));
                        }
                      }));
      Cost tallying = measured.cost(() -> Measured.passTo(deadline, this::open));
      assertThat(adopted(programmes)).isEqualTo(count);
      return new Result(count, circulating, tallying);
    }

    private void answer(String programme) {
      Map<String, String> byGroup = new HashMap<>();
      for (Task task :
          tasks
              .createTaskQuery()
              .processInstanceBusinessKey(programme)
              .taskCandidateGroupIn(allies.stream().map(Ally::delegation).toList())
              .list()) {
        byGroup.put(tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId(), task.getId());
      }
      assertThat(byGroup).hasSize(allies.size());
      for (Ally ally : allies) {
        String account = ally.delegation().replace("delegation", "delegate");
        identities.setAuthentication(account, List.of(ally.delegation()));
        try {
          answer(programme, byGroup.get(ally.delegation()));
        } finally {
          identities.clearAuthentication();
        }
      }
    }

    abstract void prepare(String programme);

    abstract void circulate(String programme, Instant deadline);

    abstract void answer(String programme, String task);

    /** How many rounds have not come to their end. */
    abstract long open();

    abstract long adopted(List<String> programmes);
  }

  /** The office's own step, until the endorsement is issued. */
  private static final class Ours extends Rounds {

    private final Circulations circulations;
    private final JdbcClient db;

    Ours(Measured measured) {
      super(measured);
      circulations = new Circulations(measured.office());
      db = measured.office().bean(JdbcClient.class);
    }

    @Override
    void prepare(String programme) {
      circulations.prepare(programme);
    }

    @Override
    void circulate(String programme, Instant deadline) {
      circulations.circulate(programme, OffsetDateTime.ofInstant(deadline, ZoneOffset.UTC));
    }

    @Override
    void answer(String programme, String task) {
      circulations.submit(task, Map.of("position", "no objection"));
    }

    @Override
    long open() {
      return runtime
          .createProcessInstanceQuery()
          .processDefinitionKey("secure-alliance-consensus")
          .count();
    }

    @Override
    long adopted(List<String> programmes) {
      return db.sql(
              """
              select count(*) from deliverable
              where kind = 'COUNCIL_ENDORSEMENT' and programme in (:programmes)
              """)
          .param("programmes", programmes)
          .query(Long.class)
          .single();
    }
  }

  /** Nothing but a model: a task for each Ally, a timer, and a tally that finds nothing. */
  private static final class Bare extends Rounds {

    private final JdbcClient db;

    Bare(Measured measured) {
      super(measured);
      db = measured.office().bean(JdbcClient.class);
    }

    @Override
    void prepare(String programme) {}

    @Override
    void circulate(String programme, Instant deadline) {
      runtime.startProcessInstanceByKey(
          "bare-round",
          programme,
          Map.of(
              "silenceEnds",
              Date.from(deadline),
              "delegations",
              allies.stream().map(Ally::delegation).toList()));
    }

    @Override
    void answer(String programme, String task) {
      tasks.complete(task);
    }

    @Override
    long open() {
      return runtime.createProcessInstanceQuery().processDefinitionKey("bare-round").count();
    }

    @Override
    long adopted(List<String> programmes) {
      return db.sql(
              """
              select count(*) from act_hi_procinst
              where business_key_ in (:programmes) and end_act_id_ = 'endEvent_adopted'
              """)
          .param("programmes", programmes)
          .query(Long.class)
          .single();
    }
  }
}
