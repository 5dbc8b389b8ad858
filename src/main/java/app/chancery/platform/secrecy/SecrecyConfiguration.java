package app.chancery.platform.secrecy;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class SecrecyConfiguration {

  /** Before anything else: without a key nothing is opened, made or changed. */
  @Bean
  static BeanFactoryPostProcessor sealingKeysFirst(Environment settings) {
    return office -> office.registerSingleton("sealingKeys", new GivenKeys(settings).read());
  }
}
