package app.chancery.platform.engine.fast;

import app.chancery.platform.engine.ReadersWriteNothing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * The rows that a command works on. Here they can be read for many owners at once, and are not
 * described: the engine describes each row that it inserts in words, in case its id is wrong, a
 * tenth of all its work. Here it does so only if the id is wrong.
 */
final class Entities extends ReadersWriteNothing {

  private int flushes;

  private Entities(IdGenerator ids, PersistenceSession session) {
    super(ids, session);
  }

  static SessionFactory session() {
    return Sessions.of(
        DbEntityManager.class,
        () ->
            new Entities(
                Context.getProcessEngineConfiguration().getIdGenerator(),
                Context.getCommandContext().getSession(PersistenceSession.class)));
  }

  static Entities ofCommand() {
    return (Entities) Context.getCommandContext().getDbEntityManager();
  }

  /**
   * Rows by their owner as it is stored, as if they had been read for each owner alone. What the
   * command has changed is not stored yet: a variable that it removed has no owner any more.
   *
   * @param statement of the engine
   * @param owner of a row just read
   */
  <T extends DbEntity> Map<String, List<T>> byStoredOwner(
      String statement, Object parameter, Function<T, String> owner) {
    return byStoredOwner(read(statement, parameter), owner);
  }

  /**
   * @param rows just read, and by nobody else
   */
  <T extends DbEntity> Map<String, List<T>> byStoredOwner(List<T> rows, Function<T, String> owner) {
    Map<String, List<T>> byOwner = new HashMap<>();
    rows.forEach(
        row ->
            byOwner.computeIfAbsent(owner.apply(row), none -> new ArrayList<>()).add(known(row)));
    return byOwner;
  }

  @SuppressWarnings("unchecked")
  private <T extends DbEntity> List<T> read(String statement, Object parameter) {
    return (List<T>) persistenceSession.selectList(statement, parameter);
  }

  /** The one that the command works on already, if there is one. */
  @SuppressWarnings("unchecked")
  private <T extends DbEntity> T known(T row) {
    return (T) cacheFilter(row);
  }

  /** How often this command has written so far; what was read before may be another thing now. */
  int flushes() {
    return flushes;
  }

  @Override
  public void flush() {
    super.flush();
    flushes++;
  }

  @Override
  protected void validateId(DbEntity entity) {
    if (entity.getId() == null || entity.getId().equals(Authorization.ANY)) {
      super.validateId(entity);
    }
  }
}
