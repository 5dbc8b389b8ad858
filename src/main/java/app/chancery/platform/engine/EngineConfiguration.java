package app.chancery.platform.engine;

import app.chancery.platform.audit.Audit;
import app.chancery.platform.briefing.AllyNames;
import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.database.SharedClock;
import app.chancery.platform.forms.Drafts;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/** What Chancery changes in the engine; the settings that need no code are in application.yml. */
@Configuration
class EngineConfiguration {

  private static final String UTC = "+0000";

  @Bean
  AbstractCamundaConfiguration chanceryEngine(
      ObjectProvider<TaskBriefing> briefings,
      ObjectProvider<StandingTask> standing,
      ObjectProvider<CandidateNames> candidates,
      ObjectProvider<AllyNames> allies,
      ObjectProvider<Deadlines> deadlines,
      ObjectProvider<JdbcClient> db,
      ObjectProvider<Drafts> drafts,
      ObjectProvider<EndedTasks> ended,
      ObjectProvider<Audit> audit,
      ObjectProvider<SharedClock> clock,
      HistoryPolicy history,
      @Value("${chancery.engine.jobs-again-after}") Duration jobsAgainAfter,
      ApplicationEventPublisher events,
      ObjectMapper json) {
    return new AbstractCamundaConfiguration() {
      @Override
      public void preInit(SpringProcessEngineConfiguration configuration) {
        // Whoever asked is told, and logs it if that is worth a line: a refused input is not.
        configuration.setEnableCmdExceptionLogging(false);
        Supplier<List<TaskBriefing>> allBriefings = once(briefings);
        // Of what Chancery keeps, nothing names a class that it is to be read into.
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setDeserializationTypeValidator(typeName -> false);
        configuration.setJavaSerializationFormatEnabled(false);
        cleanUp(configuration, history);
        configuration.setCustomHistoryLevels(List.of(new ConfidentialHistoryLevel()));
        // First, so that what is made on it takes its place, whoever of both is set up first.
        List<SessionFactory> sessions = new ArrayList<>(List.of(ReadersWriteNothing.session()));
        Optional.ofNullable(configuration.getCustomSessionFactories()).ifPresent(sessions::addAll);
        configuration.setCustomSessionFactories(sessions);
        List<HistoryEventHandler> handlers =
            new ArrayList<>(List.of(new AuditedOperations(audit::getObject)));
        Optional.ofNullable(configuration.getCustomHistoryEventHandlers())
            .ifPresent(handlers::addAll);
        configuration.setCustomHistoryEventHandlers(handlers);
        configuration.setBusinessCalendarManager(calendars());
        if (configuration.getResourceAuthorizationProvider() == null) {
          configuration.setResourceAuthorizationProvider(new RightsInPlace());
        }
        configuration.setCustomPostBPMNParseListeners(
            new ArrayList<>(
                List.of(
                    new PassingCounters(),
                    new TakeBackParseListener(),
                    new AssignmentParseListener(events::publishEvent),
                    new DeadlineParseListener(deadlines::getObject),
                    new TaskNameParseListener(
                        allBriefings, candidates::getObject, allies::getObject))));
        configuration.setCustomIncidentHandlers(List.of(new ToldIncidents(events::publishEvent)));
        // Two chains, and an interceptor belongs to one of them.
        configuration.setCustomPreCommandInterceptorsTxRequired(guards(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(guards(configuration));
        StandingTasks standingTasks =
            new StandingTasks(
                () -> services(configuration),
                once(standing),
                db::getObject,
                ended::getObject,
                task -> ((BriefedFormService) configuration.getFormService()).formOf(task));
        configuration.setTaskService(
            new StandingTaskService(standingTasks, configuration.getIdentityService()));
        configuration.setFormService(
            new BriefedFormService(
                () -> services(configuration),
                allBriefings,
                standingTasks,
                json,
                configuration::getTransactionManager,
                drafts::getObject));
      }

      @Override
      public void postInit(SpringProcessEngineConfiguration configuration) {
        // After the engine's starter has set its own.
        configuration.setFailedJobCommandFactory(new CollidedJobs(jobsAgainAfter));
        TimersInTime.before(configuration.getJobHandlers());
        takeNoneWhileTheClockIsWrong(configuration.getJobExecutor(), clock::getObject);
        configuration
            .getJobHandlers()
            .put(CleaningInOneTransaction.TYPE, new CleaningInOneTransaction());
      }
    };
  }

  private static void takeNoneWhileTheClockIsWrong(
      JobExecutor executor, Supplier<SharedClock> clock) {
    if (executor != null) {
      AcquireJobsCommandFactory taking =
          Optional.ofNullable(executor.getAcquireJobsCmdFactory())
              .orElseGet(() -> new DefaultAcquireJobsCommandFactory(executor));
      executor.setAcquireJobsCmdFactory(
          most -> clock.get().agrees() ? taking.getCommand(most) : context -> new AcquiredJobs(0));
    }
  }

  private static void cleanUp(ProcessEngineConfigurationImpl configuration, HistoryPolicy history) {
    // They would go to the engine's own figures, which are off.
    configuration.setHistoryCleanupMetricsEnabled(false);
    if (history.windowFrom() != null) {
      configuration.setHistoryCleanupBatchWindowStartTime(history.windowFrom() + UTC);
      configuration.setHistoryCleanupBatchWindowEndTime(history.windowTo() + UTC);
    }
  }

  /** Looked up when it is first needed, as these beans need the engine. */
  private static <T> Supplier<List<T>> once(ObjectProvider<T> beans) {
    return SingletonSupplier.of(() -> beans.stream().toList());
  }

  private static BusinessCalendarManager calendars() {
    MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new WholeDays());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
    return calendars;
  }

  private static List<CommandInterceptor> guards(ProcessEngineConfigurationImpl configuration) {
    return List.of(
        new AdHocExpressionGuard(),
        new StaffGuard(configuration.getIdentityService()),
        new KeptTables(configuration.getIdentityService()),
        new RepeatedCommands(configuration.getIdentityService()));
  }

  private static ProcessEngine services(ProcessEngineConfigurationImpl configuration) {
    return configuration.getProcessEngine();
  }
}
