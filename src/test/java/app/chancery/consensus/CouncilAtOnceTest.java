package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.HeldBack;
import app.chancery.WebOfficeTest;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.time.Days;
import app.chancery.records.alliance.Allies;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Many in one round at the same moment, on the database that ships with Chancery; on PostgreSQL,
 * see {@link CouncilRacesTest}.
 */
@WebOfficeTest
class CouncilAtOnceTest {

  @Autowired ApplicationContext office;
  @Autowired TransactionTemplate transactions;
  @Autowired CouncilRegister register;
  @Autowired Allies allies;
  @Autowired Days days;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private CouncilRush rush;

  @BeforeEach
  void gather() {
    rush = new CouncilRush(office, port);
  }

  @Test
  void eightDelegationsAnsweringAtOnceAreEachRecordedOnce() throws Exception {
    rush.allAnswerAtOnce(5);
  }

  @Test
  void whoeverOpensAFormWhileOthersObjectSeesNoFailure() throws Exception {
    rush.formsAreOpenedWhileOthersObject(8);
  }

  @Test
  void anAnswerThatWaitedTooLongForItsTurnIsGivenAgain() throws Exception {
    String programme = rush.circulated("LONG-2026");
    Map<String, String> tasks = rush.tasks(programme);
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch gaveUpWaiting = new CountDownLatch(1);
    Logger collisions = (Logger) LoggerFactory.getLogger("app.chancery.platform.engine.Collisions");
    AppenderBase<ILoggingEvent> listener =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent repeated) {
            gaveUpWaiting.countDown();
          }
        };
    listener.start();
    collisions.setLevel(Level.DEBUG);
    collisions.addAppender(listener);
    try {
      Future<Void> other =
          CompletableFuture.supplyAsync(
              () ->
                  transactions.execute(
                      transaction -> {
                        register.lockNewest(programme);
                        locked.countDown();
                        await(gaveUpWaiting);
                        return null;
                      }));
      await(locked);

      assertThat(rush.submit("FR", tasks.get("FR"), CouncilRush.NO_OBJECTION))
          .extracting(CouncilRush.Told::status)
          .isEqualTo(204);
      other.get(1, TimeUnit.MINUTES);
    } finally {
      collisions.detachAppender(listener);
      collisions.setLevel(null);
    }
    assertThat(gaveUpWaiting.getCount()).isZero();
  }

  @Test
  void whoJoinsWhileAProposalIsCirculatedIsAsked() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("JOIN-2026");
    AtomicReference<Future<Void>> behind = new AtomicReference<>();

    transactions.executeWithoutResult(
        transaction -> {
          allies.admit("XJ", "Jovaria", days.today(), "test");
          behind.set(CompletableFuture.runAsync(() -> circulate(circulations)));
          HeldBack.await(behind.get(), db);
        });

    assertThat(behind.get()).succeedsWithin(Duration.ofMinutes(1));
    assertJoined(circulations);
  }

  @Test
  void whatIsCirculatedWhileSomebodyJoinsIsAskedOfThem() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("JOIN-2026");
    AtomicReference<Future<Void>> behind = new AtomicReference<>();

    transactions.executeWithoutResult(
        transaction -> {
          circulate(circulations);
          behind.set(
              CompletableFuture.runAsync(
                  () -> allies.admit("XJ", "Jovaria", days.today(), "test")));
          HeldBack.await(behind.get(), db);
        });

    assertThat(behind.get()).succeedsWithin(Duration.ofMinutes(1));
    assertJoined(circulations);
  }

  private static void circulate(Circulations circulations) {
    circulations.circulate("JOIN-2026", OffsetDateTime.now(Clock.systemUTC()).plusDays(1));
  }

  private void assertJoined(Circulations circulations) {
    Round round = register.newest("JOIN-2026").orElseThrow();
    assertThat(round.allies()).contains("XJ").doesNotHaveDuplicates();
    assertThat(circulations.positionTasks("JOIN-2026")).hasSameSizeAs(round.allies());
    assertThat(circulations.positionTask("JOIN-2026", Delegations.groupOf("XJ"))).isNotNull();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
