package app.chancery.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The engine describes each row that it inserts in words, in case its id is wrong, a tenth of all
 * its work. Here it does so only if the id is wrong.
 */
final class UndescribedEntities extends DbEntityManager {

  private UndescribedEntities(IdGenerator ids, PersistenceSession session) {
    super(ids, session);
  }

  static SessionFactory sessions() {
    return ReadTogether.session(
        DbEntityManager.class,
        () ->
            new UndescribedEntities(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class)));
  }

  @Override
  protected void validateId(DbEntity entity) {
    if (entity.getId() == null || entity.getId().equals(Authorization.ANY)) {
      super.validateId(entity);
    }
  }
}
