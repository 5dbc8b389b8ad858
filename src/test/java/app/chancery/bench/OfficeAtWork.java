package app.chancery.bench;

import app.chancery.ComposeFile;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript.Answer;
import app.chancery.rehearsal.staff.CouncilStaff;
import app.chancery.rehearsal.staff.OversightStaff;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office with many programmes, and its people, who come to work all on the same day. */
final class OfficeAtWork {

  /** Of 200; the others are two of each delegation. */
  private static final Map<String, Integer> STAFF =
      Map.of(
          Groups.ANALYSTS, 32,
          Groups.ENVOYS, 16,
          Groups.PLANNERS, 20,
          Groups.SECRETARIAT, 12,
          Groups.PUBLIC_AFFAIRS, 4,
          Groups.MILITARY_STAFF, 24,
          Groups.COMMITTEE, 16,
          Groups.EXECUTIVES, 6,
          Groups.MANAGERS, 6);

  private static final int OF_EACH_DELEGATION = 2;

  /** How many days ago the programmes were opened that all others are copies of. */
  private static final List<Integer> OPENED = List.of(120, 80, 60, 44, 34, 10, 4);

  /** How long the silence of a round lasts here, so that some rounds are open at any time. */
  private static final int DAYS_OF_SILENCE = 14;

  private static final int DAYS_TO_DECIDE_A_REVIEW = 70;

  /** A programme in the council is copied at most so often: few are there at a time. */
  private static final int MOST_OF_A_ROUND = 40;

  private final List<Person> people;
  private final long seed;

  private OfficeAtWork(List<Person> people, long seed) {
    this.people = people;
    this.seed = seed;
  }

  /** Somebody with an account, of one group. */
  private record Person(String account, String group) {}

  /**
   * Fills an empty database: a few programmes are truly run, and all others are copies of them that
   * go on where those stand.
   *
   * @param opened how many days ago the former were opened, the oldest first
   * @param settings of the office meanwhile, as on the command line
   */
  static OfficeAtWork fill(
      EmbeddedPostgres database,
      List<Integer> opened,
      int programmes,
      int people,
      long seed,
      String... settings) {
    ComposeFile.createIn(database);
    try (ConfigurableApplicationContext office = quiet(database, settings)) {
      ComposeFile.hireStaff(office);
      List<String> originals =
          new TrulyRun(office, otherwise())
              .until(Instant.now(), opened.stream().map(Duration::ofDays).toList());
      return multiplied(office, database, originals, programmes, people, seed);
    }
  }

  /**
   * Goes on from those that were truly run.
   *
   * @param office ended by this, before anything is copied
   */
  static OfficeAtWork multiplied(
      ConfigurableApplicationContext office,
      EmbeddedPostgres database,
      List<String> originals,
      int programmes,
      int people,
      long seed) {
    List<Person> all = people(office, people, seed);
    all.stream()
        .filter(person -> person.account().matches(".*-\\d+"))
        .forEach(person -> ComposeFile.hire(office, person.account(), person.group()));
    Map<String, Integer> wanted = wanted(office, originals, programmes);
    office.close();
    Copies.make(superuser(database), wanted);
    return new OfficeAtWork(all, seed);
  }

  static OfficeAtWork fill(EmbeddedPostgres database, int programmes, int people, long seed) {
    return fill(database, OPENED, programmes, people, seed);
  }

  /** Those of a database that was filled before, for as many people. */
  static OfficeAtWork again(EmbeddedPostgres database, int people, long seed) {
    try (ConfigurableApplicationContext office = quiet(database)) {
      return new OfficeAtWork(people(office, people, seed), seed);
    }
  }

  /** A node in this JVM that runs no jobs. */
  static ConfigurableApplicationContext quiet(EmbeddedPostgres database, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn",
                "--camunda.bpm.job-execution.enabled=false"));
    all.addAll(List.of(settings));
    return ComposeFile.start("node-1", database, all.toArray(String[]::new));
  }

  static String superuser(EmbeddedPostgres database) {
    return database.getJdbcUrl("postgres", "chancery");
  }

  static Map<String, Answer> otherwise() {
    Answer circulate = new CouncilStaff().answers().get("userTask_circulateProposal");
    Answer state = new CouncilStaff().answers().get("userTask_statePosition");
    Answer review = new OversightStaff().answers().get("userTask_decideReview");
    return Map.of(
        "userTask_circulateProposal",
        new Answer(
            circulate.days(),
            (task, facts, today) -> {
              Map<String, Object> fields = new HashMap<>(circulate.form().fill(task, facts, today));
              fields.put("silenceDate", today.plusDays(DAYS_OF_SILENCE).toString());
              return fields;
            }),
        "userTask_statePosition",
        new Answer(DAYS_OF_SILENCE - 2, state.form()),
        "userTask_decideReview",
        new Answer(DAYS_TO_DECIDE_A_REVIEW, review.form()));
  }

  /** Each group is as large as it is among 200. */
  private static List<Person> people(BeanFactory office, int people, long seed) {
    List<String> groups = new ArrayList<>();
    STAFF.forEach((group, count) -> groups.addAll(Collections.nCopies(count, group)));
    office.getBean(IdentityService.class).createGroupQuery().list().stream()
        .map(Group::getId)
        .filter(Delegations::isOne)
        .forEach(group -> groups.addAll(Collections.nCopies(OF_EACH_DELEGATION, group)));
    Collections.sort(groups);
    Collections.shuffle(groups, new Random(seed));
    Map<String, Integer> numbers = new HashMap<>();
    return IntStream.range(0, people)
        .mapToObj(each -> groups.get(each % groups.size()))
        .map(
            group -> {
              int number = numbers.merge(group, 1, Integer::sum);
              String account = Rehearsal.accountOf(group);
              return new Person(number == 1 ? account : account + "-" + number, group);
            })
        .toList();
  }

  /** How often each is copied. What interviews say could not be opened in a copy. */
  private static Map<String, Integer> wanted(
      BeanFactory office, List<String> originals, int programmes) {
    JdbcClient db = office.getBean(JdbcClient.class);
    List<String> interviewing =
        db.sql("select programme_key from programme where step = 'STAKEHOLDERS'")
            .query(String.class)
            .list();
    List<String> inCouncil =
        db.sql("select programme from council_round where ended_at is null")
            .query(String.class)
            .list();
    List<String> others =
        originals.stream()
            .filter(key -> !inCouncil.contains(key) && !interviewing.contains(key))
            .toList();
    int copies = programmes - originals.size();
    int ofARound = Math.min(MOST_OF_A_ROUND, copies / originals.size());
    int left = copies - ofARound * inCouncil.size();
    Map<String, Integer> wanted = new LinkedHashMap<>();
    inCouncil.forEach(key -> wanted.put(key, ofARound));
    others.forEach(
        key ->
            wanted.put(
                key, left / others.size() + (others.indexOf(key) < left % others.size() ? 1 : 0)));
    return wanted;
  }

  /** Lets so many silences end one after the other within that time. */
  void endSilences(JdbcClient db, int rounds, Instant from, Duration within) {
    List<Map<String, Object>> open =
        db.sql(
                """
                select id, programme from council_round where ended_at is null
                order by id desc fetch first :rounds rows only
                """)
            .param("rounds", rounds)
            .query()
            .listOfRows();
    for (int round = 0; round < open.size(); round++) {
      OffsetDateTime end =
          from.plus(within.multipliedBy(round + 1).dividedBy(open.size() + 1))
              .atOffset(ZoneOffset.UTC);
      db.sql("update council_round set silence_ends = :end where id = :id")
          .param("end", end)
          .param("id", open.get(round).get("id"))
          .update();
      db.sql(
              """
              update act_ru_job set duedate_ = :end where process_instance_id_ in
                (select id_ from act_hi_procinst where business_key_ = :programme
                  and proc_def_key_ = 'secure-alliance-consensus' and end_time_ is null)
                and handler_cfg_ like 'boundaryEvent_silenceEnds%'
              """)
          .param("end", end.toLocalDateTime())
          .param("programme", open.get(round).get("programme"))
          .update();
    }
  }

  /**
   * All come in one after the other, and when all are in it is measured how long they wait.
   *
   * @param port of the office
   * @param pace how many times faster than people they are
   * @param enough asked again and again while it is measured
   * @param begun run when the measuring begins
   * @param ended run when it ends
   */
  Clicks work(
      int port,
      double pace,
      Duration comingIn,
      Predicate<Clicks> enough,
      Runnable begun,
      Runnable ended) {
    Clicks clicks = new Clicks();
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      HttpClient http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .executor(threads)
              .build();
      AtomicInteger in = new AtomicInteger();
      // Of seeds in a row the first numbers are alike: all would come at the same moment.
      Random lucks = new Random(seed);
      List<CompletableFuture<Void>> day = new ArrayList<>();
      for (Person person : people) {
        day.add(
            new Colleague(
                    person.account(),
                    person.group(),
                    new Browser(http, port, address(day.size()), clicks),
                    clicks,
                    new Random(lucks.nextLong()),
                    pace,
                    over::get,
                    threads)
                .work(comingIn.toMillis() / 1000.0 * pace, in::incrementAndGet));
      }
      CompletableFuture<Void> all =
          CompletableFuture.allOf(day.toArray(CompletableFuture<?>[]::new));
      Instant atWork = Instant.now().plus(comingIn);
      await(() -> Instant.now().isAfter(atWork) && in.get() == people.size());
      clicks.begin();
      begun.run();
      await(() -> enough.test(clicks));
      clicks.end();
      ended.run();
      over.set(true);
      all.join();
    } finally {
      threads.shutdown();
    }
    return clicks;
  }

  /** Of the machine of each. */
  private static String address(int person) {
    return "10.1." + person / 200 + "." + (person % 200 + 1);
  }

  private static void await(Callable<Boolean> moment) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofMillis(100))
        .until(moment);
  }
}
