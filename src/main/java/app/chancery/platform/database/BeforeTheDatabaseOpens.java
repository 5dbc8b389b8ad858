package app.chancery.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Puts the files of an embedded database in order and has it answer with what it holds, makes this
 * node known to a server, and sees what fails ({@link Troubles}) and who has to wait ({@link
 * PatientSource}).
 */
@Component
class BeforeTheDatabaseOpens implements BeanPostProcessor, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(BeforeTheDatabaseOpens.class);

  /**
   * H2 2.3.232 answers a statement that is asked again with what it answered before, unless a table
   * of it was changed since; what is changed in the same instant it may overlook until the next
   * change (github.com/h2database/h2database, issue 4208).
   */
  private static final String REUSED_RESULTS = "OPTIMIZE_REUSE_RESULTS";

  private final ObjectProvider<DatabaseSettings> settings;

  BeforeTheDatabaseOpens(ObjectProvider<DatabaseSettings> settings) {
    this.settings = settings;
  }

  /** Whoever else wraps the pool, wraps it as it is then. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource database) {
      DatabaseFile.of(database.getJdbcUrl()).ifPresent(BeforeTheDatabaseOpens::putInOrder);
      if (database.getJdbcUrl().startsWith(Constants.START_URL)) {
        database.addDataSourceProperty(REUSED_RESULTS, "0");
      }
      Nodes.present(database);
      database.setExceptionOverride(new Troubles(database));
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof HikariDataSource database
        ? new PatientSource(
            database,
            (Troubles) database.getExceptionOverride(),
            settings.getObject().waitWhileBusy())
        : bean;
  }

  private static void putInOrder(DatabaseFile file) {
    try {
      file.keepToOwner();
      if (file.undoUnfinishedUpdate()) {
        LOG.info("The last start was cut off while it changed the tables: that was undone");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
