package app.chancery;

import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.Notices;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Writes down which kinds of notices the tests of one build tell, for {@link FlowNodeCoverageTest}.
 * It is in every application that a test starts.
 */
@Component
class ToldKinds implements BeanPostProcessor {

  /** As it stands among the nodes; no process is called so. */
  static String line(NoticeKind kind) {
    return "notice " + kind.code();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Notices)) {
      return bean;
    }
    ProxyFactory proxies = new ProxyFactory(bean);
    proxies.setProxyTargetClass(true);
    proxies.addAdvice(
        (MethodInterceptor)
            call -> {
              Object told = call.proceed();
              Stream.of(call.getArguments())
                  .flatMap(
                      argument ->
                          (argument instanceof Collection<?> several ? several : List.of(argument))
                              .stream())
                  .filter(Message.class::isInstance)
                  .forEach(message -> PassedNodes.append(line(((Message) message).kind())));
              return told;
            });
    return proxies.getProxy();
  }
}
