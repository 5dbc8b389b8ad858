package app.chancery.platform.engine;

import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Has the office told of each job that is given up. */
class ToldIncidents extends DefaultIncidentHandler {

  private final Consumer<IncidentRaised> told;

  ToldIncidents(Consumer<IncidentRaised> told) {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
    this.told = told;
  }

  @Override
  public Incident handleIncident(IncidentContext context, String message) {
    Incident incident = super.handleIncident(context, message);
    told.accept(raised(incident, context));
    return incident;
  }

  private static IncidentRaised raised(Incident incident, IncidentContext context) {
    if (context.getExecutionId() == null) {
      return new IncidentRaised(incident.getId(), "", "", "");
    }
    ExecutionEntity execution =
        Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(context.getExecutionId());
    return new IncidentRaised(
        incident.getId(),
        Objects.requireNonNullElse(execution.getProcessBusinessKey(), ""),
        FailedActivity.stepOf(execution.getProcessDefinition().getResourceName()),
        FailedActivity.named(execution.getBpmnModelInstance(), context.getActivityId()));
  }
}
