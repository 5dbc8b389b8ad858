package app.chancery.platform.engine;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultDeploymentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of this release, unless the database has those of a newer one: during an
 * upgrade a node of the older release may start once more, and what starts from then on would get
 * its models. It runs beside the newer ones, on their models.
 */
@Component
class ModelsOfRelease extends DefaultDeploymentConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ModelsOfRelease.class);

  private final JdbcClient db;
  private final Version own;

  /**
   * @param release of this program, such as {@code 1.2.0}
   */
  ModelsOfRelease(JdbcClient db, @Value("${chancery.release}") String release) {
    this.db = db;
    this.own = Version.parse(release);
  }

  @Override
  public Set<Resource> getDeploymentResources() {
    return claim() ? super.getDeploymentResources() : Set.of();
  }

  /**
   * @return whether no newer release has deployed its models; this one is the newest then
   */
  boolean claim() {
    Optional<Version> known =
        db.sql("select release from models_release where id = 1")
            .query(String.class)
            .optional()
            .map(Version::parse);
    if (known.isEmpty()) {
      return claimFirst();
    }
    int newer = known.get().compareTo(own);
    if (newer > 0) {
      LOG.warn(
          "The database has the models of release {}. Those of this release, {}, are not deployed;"
              + " it works with the newer ones",
          known.get(),
          own);
    } else if (newer < 0) {
      db.sql("update models_release set release = :own where id = 1 and release = :known")
          .param("own", own.toString())
          .param("known", known.get().toString())
          .update();
    }
    return newer <= 0;
  }

  private boolean claimFirst() {
    try {
      db.sql("insert into models_release (id, release) values (1, :own)")
          .param("own", own.toString())
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      // Another node has started at the same moment.
      return claim();
    }
  }
}
