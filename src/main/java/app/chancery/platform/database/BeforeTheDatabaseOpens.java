package app.chancery.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Puts the files of an embedded database in order, makes this node known to a server, and lets
 * {@link WriteFailures} see what fails.
 */
@Component
class BeforeTheDatabaseOpens implements BeanPostProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(BeforeTheDatabaseOpens.class);

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource database) {
      DatabaseFile.of(database.getJdbcUrl()).ifPresent(BeforeTheDatabaseOpens::putInOrder);
      Nodes.present(database);
      database.setExceptionOverride(new WriteFailures(database));
    }
    return bean;
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
