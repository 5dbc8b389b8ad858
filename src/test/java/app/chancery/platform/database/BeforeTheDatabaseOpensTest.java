package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class BeforeTheDatabaseOpensTest {

  @Autowired DataSource source;

  /**
   * Otherwise whoever asks while another one is being answered is told of a task that has ended.
   */
  @Test
  void anEmbeddedDatabaseRepeatsNoAnswerThatItGaveBefore() throws SQLException {
    try (Connection connection = source.getConnection()) {
      SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();

      assertThat(session.getDatabase().getOptimizeReuseResults()).isFalse();
    }
  }
}
