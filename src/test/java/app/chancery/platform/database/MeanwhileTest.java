package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read on another connection is read, whatever else happens. */
class MeanwhileTest {

  private final Meanwhile meanwhile = new Meanwhile();

  @AfterEach
  void stop() {
    meanwhile.destroy();
  }

  @Test
  void itIsReadInAThreadOfItsOwn() {
    assertThat(meanwhile.read(() -> Thread.currentThread().getName()).get()).startsWith("reading-");
  }

  @Test
  void whoeverFindsNoThreadReadsInTheirOwn() {
    CountDownLatch end = new CountDownLatch(1);
    List<Supplier<Boolean>> busy = new ArrayList<>();
    for (int thread = 0; thread < Runtime.getRuntime().availableProcessors(); thread++) {
      busy.add(meanwhile.read(() -> waitFor(end)));
    }

    assertThat(meanwhile.read(Thread::currentThread).get()).isSameAs(Thread.currentThread());

    end.countDown();
    for (Supplier<Boolean> each : busy) {
      assertThat(each.get()).isTrue();
    }
  }

  private static boolean waitFor(CountDownLatch end) {
    try {
      end.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void whatWentWrongIsThrownAsItWas() {
    IllegalStateException wrong = new IllegalStateException("no connection");
    Supplier<String> reading =
        meanwhile.read(
            () -> {
              throw wrong;
            });

    assertThatThrownBy(reading::get).isSameAs(wrong);
  }

  @Test
  void anOfficeThatStopsLeavesNobodyWaiting() {
    meanwhile.destroy();

    assertThat(meanwhile.read(() -> "read").get()).isEqualTo("read");
  }
}
