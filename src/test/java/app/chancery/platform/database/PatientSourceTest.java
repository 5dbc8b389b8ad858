package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Who waits for a connection, and for how long. */
class PatientSourceTest {

  private static final Connection CONNECTION =
      (Connection)
          Proxy.newProxyInstance(
              PatientSourceTest.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (self, method, arguments) -> null);

  private final Pool pool = new Pool();
  private final HikariDataSource database = new HikariDataSource();
  private final Troubles troubles = new Troubles(database);

  @AfterEach
  void forget() {
    database.close();
    Troubles.forget();
  }

  @Test
  void whoFindsTheDatabaseAwayIsToldSoAfterThePoolHasGivenUpOnce() {
    PatientSource source = source(Duration.ofHours(1), "none");

    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.AWAY);
    assertThat(pool.answers).isEmpty();
  }

  @Test
  void whoWaitsWhileOthersAreGivenConnectionsWaitsOn() throws SQLException {
    PatientSource source = source(Duration.ofHours(1), "none, but one to another", "one", "one");
    pool.another = source;

    assertThat(source.getConnection()).isSameAs(CONNECTION);
    assertThat(Troubles.met()).isEmpty();
  }

  @Test
  void nobodyWaitsForEver() {
    PatientSource source = source(Duration.ofNanos(1), "none, but one to another", "one");
    pool.another = source;

    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.AWAY);
  }

  /**
   * It is opened again as soon as everybody has let go of it, so they may have to wait for that.
   */
  @Test
  void whoWaitsForADatabaseThatHasClosedItselfIsToldThatItCannotWrite() throws SQLException {
    database.setJdbcUrl("jdbc:h2:mem:patience");
    database.getConnection().close();
    PatientSource source = source(Duration.ofHours(1), "one", "none", "one", "none");
    source.getConnection();
    troubles.adjudicate(new SQLException("no space left", "", ErrorCode.IO_EXCEPTION_2));
    Troubles.forget();

    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.CANNOT_WRITE);
    Troubles.forget();

    source.getConnection();
    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.AWAY);
  }

  private PatientSource source(Duration patience, String... answers) {
    pool.answers.addAll(List.of(answers));
    return new PatientSource(pool, troubles, patience);
  }

  /** Gives up as it is told to, at once. */
  private static final class Pool extends AbstractDataSource {

    private final Queue<String> answers = new ArrayDeque<>();
    private PatientSource another;

    @Override
    public Connection getConnection() throws SQLException {
      String answer = answers.remove();
      if (answer.equals("one")) {
        return CONNECTION;
      }
      if (answer.contains("another")) {
        another.getConnection();
      }
      throw new SQLTransientConnectionException("none in time");
    }

    @Override
    public Connection getConnection(String user, String password) {
      throw new UnsupportedOperationException();
    }
  }
}
