package app.chancery.platform.engine;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.util.ReflectionUtils;

/**
 * With each execution the engine keeps a hint of what belongs to it: variables, tasks, jobs. Who
 * reads an execution and finds that there is nothing of a kind any more corrects the hint, and so
 * whoever just opened a form wrote, and collided with the colleague who completed a task. Without
 * the correction the next reader looks again, in vain. So it is made only by a command that has
 * something else to write.
 */
public class ReadersWriteNothing extends DbEntityManager {

  private static final String HINT = "cachedEntityState";
  private static final Field AS_READ = InnerField.of(CachedDbEntity.class, "copy");

  private final List<CachedDbEntity> corrected = new ArrayList<>();

  protected ReadersWriteNothing(IdGenerator ids, PersistenceSession session) {
    super(ids, session);
  }

  /** As the engine makes its own. */
  static SessionFactory session() {
    return new DbEntityManagerFactory(null) {
      @Override
      public DbEntityManager openSession() {
        CommandContext command = Context.getCommandContext();
        return new ReadersWriteNothing(
            command.getProcessEngineConfiguration().getIdGenerator(),
            command.getSession(PersistenceSession.class));
      }
    };
  }

  @Override
  protected void performEntityOperation(CachedDbEntity entity, DbOperationType type) {
    if (type == DbOperationType.UPDATE && onlyFindsLess(entity)) {
      corrected.add(entity);
    } else {
      super.performEntityOperation(entity, type);
    }
  }

  @Override
  protected void flushDbOperationManager() {
    if (isWriting()) {
      corrected.forEach(entity -> super.performEntityOperation(entity, DbOperationType.UPDATE));
    }
    corrected.clear();
    super.flushDbOperationManager();
  }

  private boolean isWriting() {
    return !(dbOperationManager.inserts.isEmpty()
        && dbOperationManager.updates.isEmpty()
        && dbOperationManager.deletes.isEmpty()
        && dbOperationManager.bulkOperations.isEmpty()
        && dbOperationManager.bulkOperationsInsertionOrder.isEmpty());
  }

  private static boolean onlyFindsLess(CachedDbEntity entity) {
    if (!(entity.getEntity() instanceof ExecutionEntity execution)
        || !(ReflectionUtils.getField(AS_READ, entity) instanceof Map<?, ?> asRead)) {
      return false;
    }
    Map<Object, Object> now = new HashMap<>((Map<?, ?>) execution.getPersistentState());
    int before = (Integer) asRead.get(HINT);
    int after = (Integer) now.put(HINT, before);
    return (after & ~before) == 0 && now.equals(asRead);
  }
}
