package app.chancery.platform.engine;

import app.chancery.platform.database.Nodes;
import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that a node had taken when it was killed wait for nobody: they are free again before the
 * engine begins to work. What a living node has taken stays its own.
 */
@Component
class JobsLeftBehind implements SmartLifecycle {

  private final JdbcClient db;
  private final Nodes nodes;
  private boolean running;

  JobsLeftBehind(JdbcClient db, Nodes nodes, ObjectProvider<JobExecutor> executor) {
    this.db = db;
    this.nodes = nodes;
    executor.ifAvailable(ours -> ours.setLockOwner(Nodes.THIS));
  }

  @Override
  public void start() {
    running = true;
    List<String> owners =
        db.sql("select distinct lock_owner_ from act_ru_job where lock_owner_ is not null")
            .query(String.class)
            .list();
    for (String gone : nodes.goneOf(owners)) {
      db.sql(
              """
              update act_ru_job set lock_owner_ = null, lock_exp_time_ = null
              where lock_owner_ = :gone
              """)
          .param("gone", gone)
          .update();
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the job executor and whatever else works. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
