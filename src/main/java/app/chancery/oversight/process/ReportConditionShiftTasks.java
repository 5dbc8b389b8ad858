package app.chancery.oversight.process;

import app.chancery.oversight.ConditionShift;
import app.chancery.oversight.ConditionShifts;
import app.chancery.platform.engine.FormInput;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code report-condition-shift.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ReportConditionShiftTasks {

  /** Reports what the person saw; a bad report is refused and nothing starts. */
  @Bean
  JavaDelegate reportConditionShiftDelegate(ConditionShifts shifts, Programmes programmes) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      Optional<Programme> meant =
          input.meant("programme", named -> programmes.meant(named, "programme"));
      ConditionShift.Kind kind = input.choice("kind", ConditionShift.Kind.class);
      ConditionShift.Severity severity = input.choice("severity", ConditionShift.Severity.class);
      String description = input.text("description");
      String source = input.text("source");
      input.accept();
      String programme = meant.orElseThrow().key();
      ReportConditionShiftModel.SHIFT_ID.set(
          execution, shifts.report(programme, kind, severity, description, source).id());
      execution.setProcessBusinessKey(programme);
    };
  }
}
