package app.chancery.bench;

import app.chancery.bench.Measured.Cost;
import app.chancery.bench.Measured.Run;
import app.chancery.oversight.ProgrammesInOversight;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes when the reviews of many programmes fall due at the same instant. */
class ReviewBench {

  private static final Instant STARTED = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant OPENING = Instant.parse("2027-01-04T08:00:00Z");

  private static final List<Integer> SIZES =
      Arrays.stream(System.getProperty("bench.reviews", "1000,10000").split(","))
          .map(Integer::valueOf)
          .toList();

  /** Until the compiler has seen enough. */
  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 3000);

  private static final int COUNTED = 50;

  @Test
  void reviews() {
    Report report =
        new Report(
            "reviews",
            "| what | on | reviews at once | seconds until the last is open | reviews/s | processor time each, ms | statements (trips) each |");
    for (Run run : Run.wanted()) {
      for (int size : SIZES) {
        try (Measured measured = new Measured(run)) {
          report.add(
              run.model,
              run.place,
              figures(measured, size, run.isBare() ? new Bare(measured) : new Ours(measured)));
        }
      }
    }
    report.write();
  }

  /** Less than a twentieth is what it may cost. */
  @Test
  void whatTheAuditCostsReviews() {
    int size = SIZES.get(0);
    Report report =
        new Report(
            "reviews-audit", "| reviews opened at once and decided | on |" + AuditedOrNot.HEADINGS);
    for (Run run : Run.ofOffice()) {
      try (Measured measured = new Measured(run)) {
        Ours reviews = new Ours(measured);
        storm(measured, reviews, 0, WARM_UP, measured::cost);
        reviews.decideAll();
        AtomicInteger from = new AtomicInteger(WARM_UP);
        report.add(
            Integer.toString(size),
            run.place,
            new AuditedOrNot(measured)
                .figures(
                    size,
                    () ->
                        storm(measured, reviews, from.getAndAdd(size), size, measured::cost)
                            .plus(measured.cost(reviews::decideAll))));
      }
    }
    report.write();
  }

  private static List<String> figures(Measured measured, int size, Reviews reviews) {
    storm(measured, reviews, 0, WARM_UP, measured::cost);
    Cost cost = storm(measured, reviews, WARM_UP, size, measured::cost);
    String sent =
        measured
            .statements()
            .of(
                COUNTED,
                counter ->
                    storm(
                        measured,
                        reviews,
                        WARM_UP + size,
                        COUNTED,
                        work -> {
                          counter.accept(work);
                          return Cost.NONE;
                        }));
    return List.of(
        Integer.toString(size),
        String.format(Locale.ROOT, "%.1f", cost.seconds()),
        cost.rate(size),
        cost.processorTime(size),
        sent);
  }

  private static Cost storm(
      Measured measured, Reviews reviews, int from, int count, Function<Runnable, Cost> meter) {
    ClockUtil.setCurrentTime(Date.from(STARTED));
    List<String> keys = ProgrammesInOversight.keys(from, count);
    // The first one of a quarter makes what all share.
    reviews.watch(keys.get(0));
    Measured.each(keys.subList(1, count), reviews::watch);
    long before = reviews.open();
    measured.lookAtTables();
    return meter.apply(
        () -> measured.passTo(OPENING.plusSeconds(1), () -> before + count - reviews.open()));
  }

  private interface Reviews {

    /** The programme waits for its review from now on. */
    void watch(String key);

    /** How many the committee can decide. */
    long open();
  }

  /** The office's own step, until the committee's task is open and its pack is there. */
  private static final class Ours implements Reviews {

    private final ProgrammesInOversight programmes;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final JdbcClient db;

    Ours(Measured measured) {
      tasks = measured.bean(TaskService.class);
      forms = measured.bean(FormService.class);
      identities = measured.bean(IdentityService.class);
      programmes = new ProgrammesInOversight(measured.office());
      db = measured.bean(JdbcClient.class);
    }

    @Override
    public void watch(String key) {
      programmes.add(key);
      programmes.watch(key);
    }

    @Override
    public long open() {
      return db.sql("select count(*) from review where status = 'OPEN' and pack is not null")
          .query(Long.class)
          .single();
    }

    /** The committee goes on with every programme whose review is open. */
    void decideAll() {
      List<String> open =
          tasks.createTaskQuery().taskDefinitionKey("userTask_decideReview").list().stream()
              .map(Task::getId)
              .toList();
      Measured.each(
          open,
          task -> {
            identities.setAuthentication("committee", List.of("oversight-committee"));
            try {
              forms.submitTaskForm(
                  task, Map.of("decision", "continue", "reasons", "The package works"));
            } finally {
              identities.clearAuthentication();
            }
          });
    }
  }

  /** Nothing but a model: a timer, a step that finds nothing, a task with two timers of its own. */
  private static final class Bare implements Reviews {

    private final RuntimeService runtime;
    private final TaskService tasks;

    Bare(Measured measured) {
      runtime = measured.bean(RuntimeService.class);
      tasks = measured.bean(TaskService.class);
    }

    @Override
    public void watch(String key) {
      runtime.startProcessInstanceByKey("bare-review", key, Map.of("due", Date.from(OPENING)));
    }

    @Override
    public long open() {
      return tasks.createTaskQuery().taskDefinitionKey("userTask_decideReview").count();
    }
  }
}
