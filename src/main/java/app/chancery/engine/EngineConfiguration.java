package app.chancery.engine;

import app.chancery.briefing.StandingTask;
import app.chancery.briefing.TaskBriefing;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Chancery changes in the engine; the settings that need no code are in application.yml. */
@Configuration
class EngineConfiguration {

  @Bean
  AbstractCamundaConfiguration chanceryEngine(
      ObjectProvider<TaskBriefing> briefings,
      ObjectProvider<StandingTask> standing,
      ObjectProvider<Deadlines> deadlines,
      ObjectProvider<JdbcClient> db,
      ObjectMapper json) {
    return new AbstractCamundaConfiguration() {
      @Override
      public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setCustomHistoryLevels(List.of(new ConfidentialHistoryLevel()));
        configuration.setCustomSessionFactories(
            new ArrayList<>(ReadTogether.sessions(db::getObject)));
        configuration.setResourceAuthorizationProvider(new ReadTogether.RightsToTasks());
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new ReadTogether.History(db::getObject));
        configuration.setCustomPostBPMNParseListeners(
            new ArrayList<>(
                List.of(
                    new DeadlineParseListener(deadlines::getObject),
                    new TaskNameParseListener(() -> briefings.stream().toList()))));
        // Two chains, and an interceptor belongs to one of them.
        configuration.setCustomPreCommandInterceptorsTxRequired(guards(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(guards(configuration));
        StandingTasks standingTasks =
            new StandingTasks(() -> services(configuration), () -> standing.stream().toList());
        configuration.setTaskService(
            new StandingTaskService(standingTasks, configuration.getIdentityService()));
        configuration.setFormService(
            new BriefedFormService(
                () -> services(configuration),
                () -> briefings.stream().toList(),
                standingTasks,
                json));
      }
    };
  }

  private static List<CommandInterceptor> guards(ProcessEngineConfigurationImpl configuration) {
    return List.of(new AdHocExpressionGuard(), new StaffGuard(configuration.getIdentityService()));
  }

  private static ProcessEngine services(ProcessEngineConfigurationImpl configuration) {
    return configuration.getProcessEngine();
  }
}
