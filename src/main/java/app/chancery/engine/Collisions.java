package app.chancery.engine;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
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
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two who change the same programme at the same moment collide, and the database lets one of them
 * through. The other one is repeated from the beginning, on what the first has left, so that nobody
 * sees an error for acting at the same time as somebody else. This holds for every transaction that
 * a service of ours begins; jobs are repeated by the engine.
 */
@Configuration
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Collisions {

  /** So many that only a programme that changes without a pause could use them up. */
  private static final int ATTEMPTS = 10;

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
   * @throws OptimisticLockingException if it collides each time
   */
  static <T, E extends Throwable> T repeated(Work<T, E> work) throws E {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.run();
      } catch (OptimisticLockingException | ConcurrencyFailureException e) {
        if (isNested() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Only the outermost transaction can be repeated as a whole. */
  static boolean isNested() {
    return Context.getCommandContext() != null
        || TransactionSynchronizationManager.isActualTransactionActive();
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
