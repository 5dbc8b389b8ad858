package app.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState;
import org.springframework.stereotype.Component;

/**
 * Writes down which flow nodes the tests of one build pass, for {@link FlowNodeCoverageTest}. It is
 * in every application that a test starts.
 */
@Component
class PassedNodes extends AbstractProcessEnginePlugin implements HistoryEventHandler {

  /**
   * Where each JVM of this build writes its file. One line for each node: process and element, with
   * a blank between them; {@link ToldKinds} adds its own.
   */
  static final Path FOLDER =
      Path.of("target", "passed-flow-nodes", System.getProperty("chancery.build", "no-build"));

  private static final Set<String> PASSED = new HashSet<>();

  /** What holds others or ends a path is passed when it is reached; a task when it is done. */
  private static final Set<String> PASSED_WHEN_REACHED =
      Set.of(
          ActivityTypes.CALL_ACTIVITY,
          ActivityTypes.SUB_PROCESS,
          ActivityTypes.TRANSACTION,
          ActivityTypes.GATEWAY_EVENT_BASED);

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<HistoryEventHandler> handlers =
        new ArrayList<>(configuration.getCustomHistoryEventHandlers());
    handlers.add(this);
    configuration.setCustomHistoryEventHandlers(handlers);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricActivityInstanceEventEntity activity && isPassed(activity)) {
      String line =
          activity.getProcessDefinitionKey()
              + " "
              + activity.getActivityId().replace("#multiInstanceBody", "");
      append(line);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private static boolean isPassed(HistoricActivityInstanceEventEntity activity) {
    String type = String.valueOf(activity.getActivityType());
    boolean reached =
        PASSED_WHEN_REACHED.contains(type)
            || type.endsWith("EndEvent")
            || type.startsWith("boundary");
    boolean done =
        activity.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
            && activity.getActivityInstanceState() != ActivityInstanceState.CANCELED.getStateCode();
    return reached || done;
  }

  static synchronized void append(String line) {
    if (PASSED.add(line)) {
      try {
        Files.createDirectories(FOLDER);
        Files.writeString(
            FOLDER.resolve(ProcessHandle.current().pid() + ".txt"),
            line + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
