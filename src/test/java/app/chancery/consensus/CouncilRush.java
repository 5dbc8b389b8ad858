package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;

/**
 * Delegations that act in the same instant, while others look at their tasks: over HTTP, as people
 * and programs reach the office.
 */
final class CouncilRush {

  static final String NO_OBJECTION = position("no objection", "");
  static final String OBJECTION =
      position(
          "objection",
          ", \"objectionReason\": {\"value\": \"It comes too early.\"},"
              + " \"objectionConfirmed\": {\"value\": true}");

  private static final List<String> ALLIES =
      List.of("FR", "DE", "TR", "GB", "US", "IT", "ES", "PL");

  private final int port;
  private final Circulations circulations;
  private final Council council;
  private final Objections objections;
  private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

  CouncilRush(ApplicationContext office, int port) {
    this.port = port;
    circulations = new Circulations(office);
    council = office.getBean(Council.class);
    objections = office.getBean(Objections.class);
  }

  /** In each of so many rounds these delegations take their tasks and answer, all at once. */
  void allAnswerAtOnce(int rounds) throws Exception {
    for (int number = 0; number < rounds; number++) {
      String programme = circulated("RUSH-" + number);
      List<Callable<Told>> acts = new ArrayList<>();
      tasks(programme)
          .forEach(
              (ally, task) -> {
                acts.add(
                    () -> {
                      post(ally, task + "/claim", "{\"userId\": \"%s\"}".formatted(account(ally)));
                      return submit(ally, task, NO_OBJECTION);
                    });
              });

      assertThat(inTheSameMoment(acts)).extracting(Told::status).containsOnly(204);
      assertThat(positions(programme)).containsExactlyInAnyOrderElementsOf(ALLIES);
    }
  }

  /**
   * In each of so many rounds half of these delegations object at once, while the others open their
   * forms and the manager looks on.
   */
  void formsAreOpenedWhileOthersObject(int rounds) throws Exception {
    for (int number = 0; number < rounds; number++) {
      String programme = circulated("OPEN-" + number);
      AtomicInteger objecting = new AtomicInteger(ALLIES.size() / 2);
      List<Callable<Told>> acts = new ArrayList<>();
      Queue<Told> seen = new ConcurrentLinkedQueue<>();
      tasks(programme)
          .forEach(
              (ally, task) ->
                  acts.add(
                      ALLIES.indexOf(ally) < ALLIES.size() / 2
                          ? () -> {
                            try {
                              return submit(ally, task, OBJECTION);
                            } finally {
                              objecting.decrementAndGet();
                            }
                          }
                          : looking(account(ally), views(task), objecting, seen)));
      acts.add(
          looking("manager", List.of("/council", "/programmes/" + programme), objecting, seen));

      List<Told> told = inTheSameMoment(acts);

      // One has broken the silence, and the others have joined the consultation.
      assertThat(told)
          .filteredOn(each -> ALLIES.indexOf(each.who) >= 0 && each.status != 200)
          .extracting(Told::status)
          .containsOnly(204);
      assertThat(positions(programme))
          .containsExactlyInAnyOrderElementsOf(ALLIES.subList(0, ALLIES.size() / 2));
      assertThat(objections.standing(programme)).hasSize(ALLIES.size() / 2);
      assertThat(seen).isNotEmpty();
      for (Told each : seen) {
        if (each.status != 200) {
          assertThat(each.status).as(each.text).isBetween(400, 499);
          assertThat(each.text).doesNotContain("Null", "act_ru", "org.camunda");
        }
      }
    }
  }

  /** What somebody who looks at a task asks for, in one way or another. */
  private static List<String> views(String task) {
    String path = "/engine-rest/task/" + task;
    return List.of(path + "/form-variables", path, path + "/form", "/engine-rest/task");
  }

  private Callable<Told> looking(
      String account, List<String> paths, AtomicInteger until, Queue<Told> seen) {
    return () -> {
      do {
        for (String path : paths) {
          seen.add(Told.of(account, visitor(account).get(path)));
        }
      } while (until.get() > 0);
      return seen.element();
    };
  }

  /** The Allies whose positions are on record, as often as they are. */
  private List<String> positions(String programme) {
    return council.positions(council.newestRound(programme).orElseThrow().id()).stream()
        .map(Position::ally)
        .toList();
  }

  String circulated(String programme) {
    circulations.prepare(programme);
    circulations.circulate(programme, OffsetDateTime.now(ZoneOffset.UTC).plusDays(1));
    return programme;
  }

  /** By Ally. */
  Map<String, String> tasks(String programme) {
    return ALLIES.stream()
        .collect(
            Collectors.toMap(
                ally -> ally,
                ally ->
                    circulations.positionTask(
                        programme, "delegation-" + ally.toLowerCase(Locale.ROOT))));
  }

  Told submit(String ally, String task, String body) {
    return post(ally, task + "/submit-form", body);
  }

  private Told post(String ally, String call, String body) {
    return Told.of(ally, visitor(account(ally)).post("/engine-rest/task/" + call, body));
  }

  private Visitor visitor(String account) {
    return visitors.computeIfAbsent(account, each -> Visitor.program(port, each));
  }

  private static String account(String ally) {
    return "delegate-" + ally.toLowerCase(Locale.ROOT);
  }

  static String position(String stance, String more) {
    return "{\"variables\": {\"position\": {\"value\": \"%s\"}%s}}".formatted(stance, more);
  }

  /** Each begins when all are ready. */
  private static <T> List<T> inTheSameMoment(List<Callable<T>> acts) throws Exception {
    CyclicBarrier ready = new CyclicBarrier(acts.size());
    return atOnce(
        acts.size(),
        acts.stream()
            .map(
                act ->
                    (Callable<T>)
                        () -> {
                          ready.await();
                          return act.call();
                        })
            .toList());
  }

  /**
   * @param hands so many are done at the same time
   */
  static <T> List<T> atOnce(int hands, List<Callable<T>> acts) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(hands);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : people.invokeAll(acts)) {
        results.add(done.get());
      }
      return results;
    } finally {
      people.shutdownNow();
    }
  }

  /** What somebody was told. */
  record Told(String who, int status, String text) {

    static Told of(String who, HttpResponse<String> answer) {
      return new Told(who, answer.statusCode(), answer.body());
    }

    boolean isTaken() {
      return status == 204;
    }
  }
}
