package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Conflict;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;

class CollisionsTest {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void whatCollidesIsRepeatedUntilItGoesThrough() {
    String done =
        Collisions.repeated(
            () -> {
              switch (tries.incrementAndGet()) {
                case 1 -> throw new OptimisticLockingException("the engine's tables");
                case 2 -> throw new CannotAcquireLockException("our own tables");
                default -> {
                  return "done";
                }
              }
            });

    assertThat(done).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void whatCollidesEachTimeIsGivenUp() {
    assertThatThrownBy(
            () ->
                Collisions.repeated(
                    () -> {
                      tries.incrementAndGet();
                      throw new OptimisticLockingException("again");
                    }))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("try again")
        .hasCauseInstanceOf(OptimisticLockingException.class);
    assertThat(tries).hasValue(12);
  }

  /** Two who take the same task at the same moment; and somebody who clicks twice. */
  @Test
  void whatAnotherOneHasAddedOrRemovedMeanwhileIsLookedAtAgain() {
    String done =
        Collisions.repeated(
            () -> {
              switch (tries.incrementAndGet()) {
                case 1 -> throw new IllegalStateException(new SQLException("is there", "23505"));
                case 2 -> throw new IllegalStateException(new SQLException("is gone", "23503"));
                default -> {
                  return "done";
                }
              }
            });

    assertThat(done).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void otherFailuresAreNotRepeated() {
    assertThatThrownBy(
            () ->
                Collisions.repeated(
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("a defect");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tries).hasValue(1);
  }
}
