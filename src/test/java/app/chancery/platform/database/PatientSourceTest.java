package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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

  @AfterEach
  void forget() {
    Troubles.forget();
  }

  @Test
  void whoFindsTheDatabaseAwayIsToldSoAfterThePoolHasGivenUpOnce() {
    PatientSource source = new PatientSource(pool.answering(List.of("none")), Duration.ofHours(1));

    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.AWAY);
    assertThat(pool.answers).isEmpty();
  }

  @Test
  void whoWaitsWhileOthersAreGivenConnectionsWaitsOn() throws SQLException {
    PatientSource source =
        new PatientSource(
            pool.answering(List.of("none, but one to another", "one", "one")), Duration.ofHours(1));
    pool.another = source;

    assertThat(source.getConnection()).isSameAs(CONNECTION);
    assertThat(Troubles.met()).isEmpty();
  }

  @Test
  void nobodyWaitsForEver() {
    PatientSource source =
        new PatientSource(
            pool.answering(List.of("none, but one to another", "one")), Duration.ofNanos(1));
    pool.another = source;

    assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(Troubles.met()).contains(Trouble.AWAY);
  }

  /** Gives up as it is told to, at once. */
  private static final class Pool extends AbstractDataSource {

    private final Queue<String> answers = new ArrayDeque<>();
    private PatientSource another;

    Pool answering(List<String> inTurn) {
      answers.addAll(inTurn);
      return this;
    }

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
