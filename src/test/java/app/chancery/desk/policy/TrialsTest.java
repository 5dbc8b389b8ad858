package app.chancery.desk.policy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.chancery.desk.policy.Trial.Status;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.people.Author;
import app.chancery.platform.time.Days;
import app.chancery.readiness.PolicyFile;
import app.chancery.readiness.PolicyTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** One trial is under way on a node at a time, and those behind it wait. */
class TrialsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-10T10:00:00Z"), ZoneOffset.UTC);

  private final TrialRegister register = mock(TrialRegister.class);
  private final TrialRun run = mock(TrialRun.class);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Trials trials = trials();

  @AfterEach
  void stop() {
    over.countDown();
    trials.stop();
  }

  @Test
  void oneThatWaitsForAnotherIsNotBrokenOff() throws Exception {
    CountDownLatch atWork = new CountDownLatch(1);
    doAnswer(
            trial -> {
              atWork.countDown();
              over.await();
              return null;
            })
        .when(run)
        .run(1);
    trials.again(1);
    trials.again(2);
    atWork.await();

    trials.tellThatTheyGoOn();

    verify(register).goOn(Set.of(1L, 2L));
    verify(run, never()).run(2);
  }

  private Trials trials() {
    TableReleases releases = mock(TableReleases.class);
    JdbcClient db = mock(JdbcClient.class, Answers.RETURNS_DEEP_STUBS);
    when(db.sql(any()).query(Integer.class).single()).thenReturn(1);
    when(releases.inUse(any())).thenReturn(TableVersions.IN_USE);
    when(register.get(anyLong())).thenAnswer(call -> failed(call.getArgument(0)));
    when(register.restart(anyLong(), any(), any(), any(), anyInt())).thenReturn(true);
    return new Trials(
        register,
        run,
        mock(PolicyFile.class),
        releases,
        db,
        mock(Author.class),
        CLOCK,
        mock(Days.class),
        new PolicySettings(
            DataSize.ofMegabytes(1),
            200,
            1_000,
            Duration.ofMillis(1),
            3,
            100,
            Duration.ofHours(1),
            200));
  }

  private static Trial failed(long id) {
    return new Trial(
        id,
        PolicyTable.ASSIGN_TIER,
        "assign-tier.dmn",
        "",
        TableVersions.IN_USE,
        "",
        "analyst",
        OffsetDateTime.now(CLOCK),
        LocalDate.now(CLOCK),
        Status.FAILED,
        List.of(),
        1,
        0,
        OffsetDateTime.now(CLOCK),
        null);
  }
}
