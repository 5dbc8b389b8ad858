package app.chancery.platform.database;

import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;

/**
 * Keeps Liquibase from its own lock, a row that stays when its owner dies: {@link Tables} holds one
 * that does not. Found by Liquibase in {@code META-INF/services}.
 */
public class OwnLocks extends StandardLockService {

  @Override
  public int getPriority() {
    return super.getPriority() + 1;
  }

  @Override
  public void init() {
    // There is no table of locks.
  }

  @Override
  public boolean hasChangeLogLock() {
    return true;
  }

  @Override
  public void waitForLock() {
    // Nobody else is there.
  }

  @Override
  public boolean acquireLock() {
    return true;
  }

  @Override
  public void releaseLock() {
    // Ends with the connection.
  }

  @Override
  public DatabaseChangeLogLock[] listLocks() {
    return new DatabaseChangeLogLock[0];
  }
}
