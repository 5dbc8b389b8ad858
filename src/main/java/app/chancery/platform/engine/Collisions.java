package app.chancery.platform.engine;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.words.Words;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two who change the same programme at the same moment collide, and the database lets one of them
 * through. The other one is repeated from the beginning, on what the first has left, so that nobody
 * sees an error for acting at the same time as somebody else. This holds for every transaction that
 * a service of ours begins, and for every command that a person gives the engine ({@link
 * RepeatedCommands}); jobs are repeated by the engine ({@link CollidedJobs}).
 */
@Configuration
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Collisions {

  private static final Logger LOG = LoggerFactory.getLogger(Collisions.class);

  /** So many that, with the pauses, only a programme that changes for seconds uses them up. */
  private static final int ATTEMPTS = 12;

  /** Milliseconds before the second attempt; then twice as many each time, up to the longest. */
  private static final int FIRST_PAUSE = 10;

  private static final int LONGEST_PAUSE = 500;

  /** Each pause is stretched by chance, so that those who collided do not meet again. */
  private static final RetryTemplate ATTEMPTED =
      RetryTemplate.builder()
          .maxAttempts(ATTEMPTS)
          .exponentialBackoff(FIRST_PAUSE, 2, LONGEST_PAUSE, true)
          .retryOn(failure -> isCollision(failure) || isOvertaken(failure))
          .build();

  /** SQL's own class of rolled back transactions: serialization failures and deadlocks. */
  private static final String ROLLED_BACK = "40";

  /** A lock was not to be had in time: of PostgreSQL and of H2. */
  private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

  /** H2: a row that is waited for was changed by another one. */
  private static final int H2_CONCURRENT_UPDATE = 90131;

  /**
   * What was referred to is gone: of PostgreSQL (and of H2, the other way round) and of H2; what
   * was put there is there already.
   */
  private static final Set<String> OVERTAKEN = Set.of("23503", "23506", "23505");

  /** Causes that go round in a circle end somewhere. */
  private static final int MOST_CAUSES = 50;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor repeatedTransactions() {
    DefaultPointcutAdvisor advisor =
        new DefaultPointcutAdvisor(
            AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class),
            (MethodInterceptor) Collisions::repeatInvocation);
    // Around the transaction, which comes last.
    advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    return advisor;
  }

  /**
   * Does something in one transaction of its own, again if it collides with another one.
   *
   * @throws Conflict if it collides each time; nothing was changed
   */
  static <T, E extends Throwable> T repeated(Work<T, E> work) throws E {
    if (isNested()) {
      return work.run();
    }
    try {
      return ATTEMPTED.execute(
          attempt -> {
            if (attempt.getRetryCount() > 0) {
              LOG.debug(
                  "Attempt {} after a collision",
                  attempt.getRetryCount() + 1,
                  attempt.getLastThrowable());
            }
            return work.run();
          });
    } catch (RuntimeException e) {
      throw isCollision(e) ? conflict(e) : e;
    }
  }

  /**
   * Whether two transactions were in each other's way: by the exceptions of the engine and of
   * Spring, and by what the databases themselves say behind any others.
   */
  static boolean isCollision(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof OptimisticLockingException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof SQLException sql && isCollision(sql));
  }

  /** A collision in a sentence for whoever acted. */
  static Conflict conflict(Throwable collision) {
    return new Conflict(Words.of("collisions.othersAreChangingTheSameAt"), collision);
  }

  /** Only the outermost transaction can be repeated as a whole. */
  static boolean isNested() {
    return Context.getCommandContext() != null
        || TransactionSynchronizationManager.isActualTransactionActive();
  }

  private static boolean isCollision(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith(ROLLED_BACK) || LOCKED.contains(state))
        || failure.getErrorCode() == H2_CONCURRENT_UPDATE;
  }

  /**
   * Something that was read is not there any more to be referred to, or what was not there is there
   * now. Mostly another one has removed or added it meanwhile, and the repetition finds that out;
   * if not, it is a defect and stays one.
   */
  private static boolean isOvertaken(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && OVERTAKEN.contains(sql.getSQLState()));
  }

  /** What is behind a failure; a failed batch, and a failed rollback, have it beside them. */
  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, each -> each != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .flatMap(each -> Stream.concat(Stream.of(each), beside(each)));
  }

  private static Stream<Throwable> beside(Throwable failure) {
    if (failure instanceof SQLException sql) {
      return Stream.ofNullable(sql.getNextException());
    }
    return failure instanceof TransactionSystemException rollback
            && rollback.getApplicationException() != null
        ? causes(rollback.getApplicationException())
        : Stream.empty();
  }

  private static Object repeatInvocation(MethodInvocation invocation) throws Throwable {
    // An invocation can proceed once only.
    return repeated(() -> ((ProxyMethodInvocation) invocation).invocableClone().proceed());
  }

  /** What is done in the transaction. */
  interface Work<T, E extends Throwable> {

    T run() throws E;
  }
}
