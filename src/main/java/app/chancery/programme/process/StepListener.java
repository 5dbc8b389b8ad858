package app.chancery.programme.process;

import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Notes in the register when a step begins and when it ends, for its call activity. */
@Component
class StepListener implements ExecutionListener {

  private final Programmes programmes;

  StepListener(Programmes programmes) {
    this.programmes = programmes;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Step step =
        Arrays.stream(Step.values())
            .filter(each -> each.activity().equals(execution.getCurrentActivityId()))
            .findFirst()
            .orElseThrow();
    if (EVENTNAME_START.equals(execution.getEventName())) {
      programmes.enterStep(execution.getProcessBusinessKey(), step);
    } else {
      programmes.leaveStep(execution.getProcessBusinessKey(), step);
    }
  }
}
