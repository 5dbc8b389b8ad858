package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.bench.Measured.Cost;
import app.chancery.bench.Measured.Run;
import app.chancery.consensus.Circulations;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rounds of the council the office gets through; a bare model of a round beside it. */
class CouncilBench {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 200);
  private static final int STORM = Integer.getInteger("bench.storm", 500);

  /** Until the compiler has seen enough. */
  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 400);

  private static final int COUNTED = 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Test
  void rounds() {
    Report report =
        new Report(
            "council",
            """
            | what | on | answered rounds/s | processor time each, ms | of one answer | \
            silent rounds/s | processor time each, ms | %s silences at once, s | tallies/s | \
            statements (trips) of an answered round | of a silent one |"""
                .formatted(STORM));
    for (Run run : Run.wanted()) {
      try (Measured measured = new Measured(run)) {
        report.add(
            run.model,
            run.place,
            figures(measured, run.isBare() ? new Bare(measured) : new Ours(measured)));
      }
    }
    report.write();
  }

  /** Less than a twentieth is what it may cost. */
  @Test
  void whatTheAuditCostsRounds() {
    Report report = new Report("council-audit", "| answered rounds | on |" + AuditedOrNot.HEADINGS);
    for (Run run : Run.ofOffice()) {
      try (Measured measured = new Measured(run)) {
        Ours rounds = new Ours(measured);
        if (WARM_UP > 0) {
          rounds.go(WARM_UP, true, measured::cost);
        }
        report.add(
            Integer.toString(ROUNDS),
            run.place,
            new AuditedOrNot(measured)
                .figures(ROUNDS, () -> rounds.go(ROUNDS, true, measured::cost).all()));
      }
    }
    report.write();
  }

  private static List<String> figures(Measured measured, Rounds rounds) {
    for (int warm = 0; warm < WARM_UP; warm += 100) {
      System.out.println("warming up: " + rounds.go(100, true, measured::cost));
    }
    if (WARM_UP > 0) {
      System.out.println("warming up: " + rounds.go(WARM_UP / 2, false, measured::cost));
    }
    Result answered = rounds.go(ROUNDS, true, measured::cost);
    System.out.println("answered: " + answered);
    Result silent = rounds.go(STORM, false, measured::cost);
    System.out.println("silent: " + silent);
    return List.of(
        answered.all().rate(ROUNDS),
        answered.all().processorTime(ROUNDS),
        answered.answering.processorTime(ROUNDS * rounds.delegations.size()),
        silent.all().rate(STORM),
        silent.all().processorTime(STORM),
        String.format(Locale.ROOT, "%.1f", silent.tallying.seconds()),
        silent.tallying.rate(STORM),
        count(measured.statements(), rounds, true),
        count(measured.statements(), rounds, false));
  }

  private static String count(CountedStatements statements, Rounds rounds, boolean answered) {
    return statements.of(
        COUNTED,
        counter ->
            rounds.go(
                COUNTED,
                answered,
                work -> {
                  counter.accept(work);
                  return Cost.NONE;
                }));
  }

  /**
   * @param circulating until all were circulated
   * @param answering until all were answered, if they were
   * @param tallying from the deadline until the last was adopted
   */
  private record Result(int rounds, Cost circulating, Cost answering, Cost tallying) {

    Cost all() {
      return circulating.plus(answering).plus(tallying);
    }

    @Override
    public String toString() {
      return "%s rounds/s; ms of a processor each: circulating %s, answering %s, tallying %s"
          .formatted(
              all().rate(rounds),
              circulating.processorTime(rounds),
              answering.processorTime(rounds),
              tallying.processorTime(rounds));
    }
  }

  /** Many rounds, all with the same deadline. */
  private abstract static class Rounds {

    final List<String> delegations;
    final Measured measured;
    final IdentityService identities;
    final JdbcClient db;

    Rounds(Measured measured, List<String> delegations) {
      this.measured = measured;
      this.delegations = delegations;
      identities = measured.bean(IdentityService.class);
      db = measured.bean(JdbcClient.class);
    }

    Result go(int count, boolean answered, Function<Runnable, Cost> meter) {
      ClockUtil.reset();
      Instant deadline = new Date().toInstant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(86_400);
      List<String> programmes =
          IntStream.range(0, count).mapToObj(each -> "BENCH-" + NUMBER.incrementAndGet()).toList();
      Measured.each(programmes, this::prepare);
      Map<String, Map<String, String>> prepared = tasks(programmes);
      Cost circulating =
          meter.apply(
              () ->
                  Measured.each(
                      programmes,
                      programme -> circulate(programme, prepared.get(programme), deadline)));
      Map<String, Map<String, String>> open = answered ? tasks(programmes) : Map.of();
      Cost answering =
          meter.apply(() -> Measured.each(open.keySet(), programme -> answer(open.get(programme))));
      Cost tallying = meter.apply(() -> measured.passTo(deadline, this::open));
      assertThat(adopted(programmes)).isEqualTo(count);
      conclude(programmes);
      return new Result(count, circulating, answering, tallying);
    }

    /** Open tasks by programme and candidate group. */
    private Map<String, Map<String, String>> tasks(List<String> programmes) {
      Map<String, Map<String, String>> found = new HashMap<>();
      db.sql(
              """
              select process.business_key_, candidate.group_id_, task.id_
              from act_ru_task task
                join act_ru_identitylink candidate on candidate.task_id_ = task.id_
                join act_ru_execution process on process.id_ = task.proc_inst_id_
              where process.business_key_ in (:programmes)
              """)
          .param("programmes", programmes)
          .query(
              row -> {
                found
                    .computeIfAbsent(row.getString(1), each -> new HashMap<>())
                    .put(row.getString(2), row.getString(3));
              });
      return found;
    }

    private void answer(Map<String, String> tasks) {
      assertThat(tasks.keySet()).containsAll(delegations);
      for (String delegation : delegations) {
        identities.setAuthentication(
            delegation.replace("delegation", "delegate"), List.of(delegation));
        try {
          answer(tasks.get(delegation));
        } finally {
          identities.clearAuthentication();
        }
      }
    }

    abstract void prepare(String programme);

    /**
     * @param tasks of the programme, by candidate group
     */
    abstract void circulate(String programme, Map<String, String> tasks, Instant deadline);

    abstract void answer(String task);

    /** How many rounds have not come to their end. */
    abstract long open();

    abstract long adopted(List<String> programmes);

    abstract void conclude(List<String> programmes);

    long running(String process) {
      return db.sql(
              """
              select count(*) from act_ru_execution execution
                join act_re_procdef model on model.id_ = execution.proc_def_id_
              where execution.parent_id_ is null and model.key_ = :process
              """)
          .param("process", process)
          .query(Long.class)
          .single();
    }
  }

  /** The office's own step, until the endorsement is issued. */
  private static final class Ours extends Rounds {

    private final Circulations circulations;

    Ours(Measured measured) {
      super(measured, measured.bean(Allies.class).today().stream().map(Ally::delegation).toList());
      circulations = new Circulations(measured.office());
    }

    @Override
    void prepare(String programme) {
      circulations.prepare(programme);
    }

    @Override
    void circulate(String programme, Map<String, String> tasks, Instant deadline) {
      circulations.submit(
          tasks.get("council-secretariat"),
          Circulations.silenceEnds(OffsetDateTime.ofInstant(deadline, ZoneOffset.UTC)));
    }

    @Override
    void answer(String task) {
      circulations.submit(task, Map.of("position", "no objection"));
    }

    @Override
    long open() {
      return running("secure-alliance-consensus");
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

    /** An office has some dozens of programmes open, not thousands. */
    @Override
    void conclude(List<String> programmes) {
      db.sql("update programme set status = 'ENDED' where programme_key in (:programmes)")
          .param("programmes", programmes)
          .update();
    }
  }

  /** Nothing but a model: a task for each Ally, a timer, and a tally that finds nothing. */
  private static final class Bare extends Rounds {

    private final RuntimeService runtime;
    private final TaskService tasks;

    Bare(Measured measured) {
      super(
          measured,
          IntStream.rangeClosed(1, 32)
              .mapToObj(each -> String.format(Locale.ROOT, "delegation-%02d", each))
              .toList());
      runtime = measured.bean(RuntimeService.class);
      tasks = measured.bean(TaskService.class);
    }

    @Override
    void prepare(String programme) {}

    @Override
    void circulate(String programme, Map<String, String> none, Instant deadline) {
      runtime.startProcessInstanceByKey(
          "bare-round",
          programme,
          Map.of("silenceEnds", Date.from(deadline), "delegations", delegations));
    }

    @Override
    void answer(String task) {
      tasks.complete(task);
    }

    @Override
    long open() {
      return running("bare-round");
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

    @Override
    void conclude(List<String> programmes) {}
  }
}
