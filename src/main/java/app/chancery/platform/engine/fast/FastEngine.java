package app.chancery.platform.engine.fast;

import app.chancery.platform.engine.EndsTogether;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/**
 * Puts all of this package into the engine. Nothing outside knows it: with {@code
 * chancery.engine.fast=false} it is not there, and the engine is as its makers made it.
 */
@Configuration
@ConditionalOnProperty(name = "chancery.engine.fast", havingValue = "true")
class FastEngine {

  /** Any other server is up sooner without: it has time until somebody asks. */
  static final class AskedAtOnce extends AnyNestedCondition {

    AskedAtOnce() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @ConditionalOnNotWebApplication
    static final class Command {}

    @Conditional(FirstStart.class)
    static final class Sample {}
  }

  @Bean
  static ProcessEnginePlugin fastReading(ObjectProvider<JdbcClient> db) {
    return new FastReading(db::getObject);
  }

  @Bean
  static MappingsAhead mappingsAhead(Environment environment) {
    return new MappingsAhead(environment.getProperty("spring.datasource.url", ""));
  }

  @Bean
  @Conditional(AskedAtOnce.class)
  static DecisionsAhead decisionsAhead() {
    return new DecisionsAhead();
  }

  @Bean
  static OneByOne oneByOne() {
    return new OneByOne();
  }

  /** As the engine's starter makes it, where jobs are to be done at all. */
  @Bean
  @ConditionalOnProperty(
      name = "camunda.bpm.job-execution.enabled",
      havingValue = "true",
      matchIfMissing = true)
  static JobExecutor jobExecutor(
      @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
      CamundaBpmProperties properties,
      @Value("${chancery.jobs-together}") int mostTogether,
      ObjectProvider<EndsTogether> waits,
      ObjectProvider<JdbcClient> db,
      OneByOne oneByOne) {
    JobsTogether executor =
        new JobsTogether(
            mostTogether,
            SingletonSupplier.of(() -> waits.stream().toList()),
            db::getObject,
            oneByOne);
    BeanUtils.copyProperties(
        JobConfiguration.jobExecutor(threads, properties), executor, "acquireJobsCmdFactory");
    return executor;
  }
}
