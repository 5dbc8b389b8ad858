package app.chancery.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Full history, but for confidential variables (rule 11: interview content is in no history). A
 * variable is confidential if its name begins with {@value #PREFIX}. The engine's second copy of
 * every submitted form value, the form property log, is off for the same reason.
 */
public class ConfidentialHistoryLevel extends HistoryLevelFull {

  public static final String PREFIX = "confidential_";

  static final String NAME = "full-but-confidential";

  @Override
  public int getId() {
    return 20;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
    if (eventType == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
      return false;
    }
    return !(entity instanceof VariableInstanceEntity variable
        && variable.getName() != null
        && variable.getName().startsWith(PREFIX));
  }
}
