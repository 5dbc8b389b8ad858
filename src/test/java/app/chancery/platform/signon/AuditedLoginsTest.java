package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.Holders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** A program is let in with each call, and recorded once a day. */
class AuditedLoginsTest {

  private static final String ADDRESS = "192.0.2.7";

  private final Audit audit = mock(Audit.class);
  private final Holders holders = mock(Holders.class);
  private final AuditedLogins logins =
      new AuditedLogins(
          audit,
          Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC),
          holders,
          Duration.ofDays(1));

  @BeforeEach
  void theProgramIsTheFirstOfItsName() {
    when(holders.recorded("reader")).thenReturn("reader");
  }

  @Test
  void aProgramWhoseLoginCouldNotBeRecordedIsRecordedWithItsNextCall() {
    doThrow(new DataAccessResourceFailureException("the database is away"))
        .doNothing()
        .when(audit)
        .recordOf(any(), any(), any(), any(), any(), any());

    assertThatThrownBy(() -> logins.program("reader", ADDRESS))
        .isInstanceOf(DataAccessResourceFailureException.class);
    logins.program("reader", ADDRESS);

    recorded(2);
  }

  @Test
  void aProgramThatCallsAllDayIsRecordedOnce() {
    logins.program("reader", ADDRESS);
    logins.program("reader", ADDRESS);

    recorded(1);
  }

  private void recorded(int times) {
    verify(audit, times(times))
        .recordOf(eq("reader"), eq(Act.PROGRAM_LOGIN), any(), eq("reader"), any(), any());
  }
}
