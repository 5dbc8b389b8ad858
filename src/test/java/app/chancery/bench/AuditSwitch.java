package app.chancery.bench;

import app.chancery.platform.audit.Audit;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Lets an office work with its audit and without it, in turn. */
final class AuditSwitch implements BeanPostProcessor {

  private volatile boolean on = true;

  void turn(boolean on) {
    this.on = on;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Audit)) {
      return bean;
    }
    ProxyFactory switched = new ProxyFactory(bean);
    switched.setProxyTargetClass(true);
    MethodInterceptor gate = call -> on ? call.proceed() : null;
    switched.addAdvice(gate);
    return switched.getProxy();
  }
}
