package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jsoup.Jsoup;

/**
 * Somebody who reads a page and says something there, as often as there is time for it, until they
 * go home. Who gets no answer clicks once more, as people do.
 */
final class AtWork implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Visitor person;
  private final String name;
  private final String page;
  private final Semaphore turns = new Semaphore(0);
  private final AtomicInteger cutOff = new AtomicInteger();
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> wrong = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::work);
  private volatile boolean goesHome;

  /**
   * @param page with a place to say something
   */
  AtWork(Visitor person, String name, String page) {
    this.person = person;
    this.name = name;
    this.page = page;
    thread.start();
  }

  private void work() {
    try {
      while (comesToIt()) {
        String text = name + " says " + said.size();
        String receipt =
            Jsoup.parse(click(200, () -> person.open(page)).body())
                .select("input[name=receipt]")
                .val();
        click(302, () -> person.postForm(page + "/comments", comment(text, receipt)));
        said.add(text);
      }
    } catch (AssertionError | RuntimeException e) {
      wrong.add(e);
    }
  }

  private boolean comesToIt() {
    turns.acquireUninterruptibly();
    return !goesHome;
  }

  /** There is time for so many comments. */
  void give(int comments) {
    turns.release(comments);
  }

  private static Map<String, String> comment(String text, String receipt) {
    return Map.of("text", text, "receipt", receipt);
  }

  private HttpResponse<String> click(int success, Supplier<HttpResponse<String>> click) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        HttpResponse<String> answer = click.get();
        if (answer.statusCode() != 502) {
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(success);
          assertThat(Visitor.location(answer)).as("asked to log in").doesNotContain("/login");
          return answer;
        }
      } catch (UncheckedIOException half) {
        assertThat(half.getCause()).isNotNull();
      }
      cutOff.incrementAndGet();
    }
    throw new AssertionError("Nobody answers any more");
  }

  /** How many got no answer, or half of one. */
  int cutOff() {
    return cutOff.get();
  }

  /** What was answered for. */
  List<String> said() {
    assertThat(wrong).isEmpty();
    return new ArrayList<>(said);
  }

  void goHome() throws InterruptedException {
    close();
    thread.join(60_000);
    assertThat(thread.isAlive()).isFalse();
    assertThat(wrong).isEmpty();
  }

  @Override
  public void close() {
    goesHome = true;
    turns.release();
  }
}
