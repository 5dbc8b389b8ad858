package app.chancery.platform.engine;

import java.sql.SQLException;
import java.sql.Statement;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupJobHandlerConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupRemovalTime;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Cleans the history and says when the next time is, all in one transaction: the engine's own
 * handler asks for a second connection to say so while it still has the first.
 */
class CleaningInOneTransaction extends HistoryCleanupJobHandler {

  @Override
  public void execute(
      HistoryCleanupJobHandlerConfiguration configuration,
      ExecutionEntity execution,
      CommandContext context,
      String tenant) {
    HistoryCleanupRemovalTime cleaning = new HistoryCleanupRemovalTime();
    HistoryCleanupHandler next =
        cleaning
            .setConfiguration(configuration)
            .setCommandExecutor(
                context.getProcessEngineConfiguration().getCommandExecutorTxRequired())
            .setJobId(context.getCurrentJob().getId());
    if (configuration.isImmediatelyDue() || isWithinBatchWindow(context)) {
      goByIndexes(context);
      cleaning.performCleanup();
    }
    // By then it is known how many rows there were.
    context.getTransactionContext().addTransactionListener(TransactionState.COMMITTING, next);
  }

  /**
   * The engine asks for any few rows that are due. Where many are, PostgreSQL would read the table
   * from its beginning, past all that are not, for each of these few.
   */
  private static void goByIndexes(CommandContext context) {
    if (DbSqlSessionFactory.POSTGRES.equals(
        context.getProcessEngineConfiguration().getDatabaseType())) {
      try (Statement setting =
          context.getDbSqlSession().getSqlSession().getConnection().createStatement()) {
        setting.execute("set local enable_seqscan = off");
        setting.execute("set local enable_bitmapscan = off");
      } catch (SQLException e) {
        throw new ProcessEngineException("History is not cleaned", e);
      }
    }
  }
}
