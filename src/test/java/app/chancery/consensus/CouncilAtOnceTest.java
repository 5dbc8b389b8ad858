package app.chancery.consensus;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.WebOfficeTest;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
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

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
