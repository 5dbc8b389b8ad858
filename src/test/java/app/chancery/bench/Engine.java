package app.chancery.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rounds of the council and reviews on an engine: the same steps, by as many people at once, with
 * the same waiting, whatever engine it is. What is open is read from the tables, which all have.
 */
abstract class Engine implements Contender {

  private static final int PEOPLE = 4;
  private static final Instant BEGINNING = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant DEADLINE = BEGINNING.plus(Duration.ofDays(1));

  /** The first review of programmes that are watched from the beginning on. */
  private static final Instant REVIEW = Instant.parse("2027-01-04T08:00:01Z");

  private static final Duration SHORTLY = Duration.ofMinutes(1);

  private int programmes;

  @Override
  public final void work(Work work, Consumer<Runnable> meter) {
    begin(BEGINNING);
    List<String> keys =
        IntStream.range(programmes, programmes + work.count)
            .mapToObj(each -> String.format(Locale.ROOT, "LAND-%05d", each))
            .toList();
    programmes += work.count;
    if (work == Work.REVIEWS) {
      reviews(keys, meter);
    } else {
      rounds(keys, work == Work.ANSWERED, meter);
    }
  }

  private void rounds(List<String> keys, boolean answered, Consumer<Runnable> meter) {
    each(keys, this::prepare);
    Map<String, Map<String, String>> prepared = tasks(keys);
    Runnable reminding = () -> settle(DEADLINE.minus(SHORTLY));
    Runnable circulating =
        () -> each(keys, key -> circulate(key, prepared.getOrDefault(key, Map.of()), DEADLINE));
    if (answered) {
      meter.accept(circulating);
      Map<String, Map<String, String>> open = tasks(keys);
      meter.accept(() -> each(open.values(), this::answer));
      meter.accept(reminding);
    } else {
      circulating.run();
      reminding.run();
    }
    lookAtTables();
    meter.accept(() -> passTo(DEADLINE, this::openRounds));
    check(adopted(keys) == keys.size(), "adopted");
    conclude(keys);
  }

  private void reviews(List<String> keys, Consumer<Runnable> meter) {
    // The first one of a quarter makes what all share.
    watch(keys.get(0));
    each(keys.subList(1, keys.size()), this::watch);
    settle(REVIEW.minus(SHORTLY));
    long before = openReviews();
    lookAtTables();
    meter.accept(() -> passTo(REVIEW, () -> before + keys.size() - openReviews()));
  }

  /** Open tasks by programme and candidate group. */
  private Map<String, Map<String, String>> tasks(List<String> keys) {
    Map<String, Map<String, String>> found = new HashMap<>();
    db().sql(
            """
            select process.business_key_, candidate.group_id_, task.id_
            from act_ru_task task
              join act_ru_identitylink candidate on candidate.task_id_ = task.id_
              join act_ru_execution process on process.id_ = task.proc_inst_id_
            where process.business_key_ in (:programmes)
            """)
        .param("programmes", keys)
        .query(
            row -> {
              found
                  .computeIfAbsent(row.getString(1), each -> new HashMap<>())
                  .put(row.getString(2), row.getString(3));
            });
    return found;
  }

  private void answer(Map<String, String> tasks) {
    for (String delegation : delegations()) {
      answer(delegation, tasks.get(delegation));
    }
  }

  /** What the database does by itself every now and then: it knows what its tables hold. */
  private void lookAtTables() {
    db().sql("analyze").update();
  }

  /**
   * Waits until nothing is left to do; how long the engine waits between two looks does not count.
   */
  private void passTo(Instant moment, LongSupplier left) {
    jumpTo(moment);
    awaitNone(left);
  }

  static void awaitNone(LongSupplier left) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> left.getAsLong() == 0);
  }

  /** Does it for each of them, with four pairs of hands. */
  static <T> void each(Collection<T> many, Consumer<T> work) {
    ExecutorService hands = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<?>> all =
          many.stream().<Future<?>>map(one -> hands.submit(() -> work.accept(one))).toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      hands.shutdown();
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not all were " + what);
    }
  }

  final long running(String process) {
    return db().sql(
            """
            select count(*) from act_ru_execution execution
              join act_re_procdef model on model.id_ = execution.proc_def_id_
            where execution.parent_id_ is null and model.key_ = :process
            """)
        .param("process", process)
        .query(Long.class)
        .single();
  }

  abstract JdbcClient db();

  /** The clock shows this, and goes on. */
  abstract void begin(Instant moment);

  /** The clock shows this, and the engine looks at once for what is due. */
  abstract void jumpTo(Instant moment);

  /** The clock shows this, and what was due by then is done. */
  abstract void settle(Instant moment);

  /** Of 32 Allies, the candidate groups. */
  abstract List<String> delegations();

  abstract void prepare(String programme);

  /**
   * @param tasks of the programme, by candidate group
   */
  abstract void circulate(String programme, Map<String, String> tasks, Instant deadline);

  abstract void answer(String delegation, String task);

  /** How many rounds have not come to their end. */
  abstract long openRounds();

  abstract long adopted(List<String> programmes);

  abstract void conclude(List<String> programmes);

  /** The programme waits for its review from now on. */
  abstract void watch(String programme);

  /** How many reviews the committee can decide. */
  abstract long openReviews();
}
