package app.chancery.platform.engine;

import org.camunda.bpm.engine.impl.cfg.TransactionState;
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
      cleaning.performCleanup();
    }
    // By then it is known how many rows there were.
    context.getTransactionContext().addTransactionListener(TransactionState.COMMITTING, next);
  }
}
