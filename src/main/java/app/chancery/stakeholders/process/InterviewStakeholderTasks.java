package app.chancery.stakeholders.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.stakeholders.Held;
import app.chancery.stakeholders.InterviewAnswers;
import app.chancery.stakeholders.RedLine;
import app.chancery.stakeholders.Stakeholders;
import app.chancery.stakeholders.Stance;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code interview-stakeholder.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class InterviewStakeholderTasks {

  /** Moves what was said from the form to the register of interviews (rule 11). */
  @Bean
  JavaDelegate recordInterviewDelegate(Stakeholders stakeholders) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      boolean held = input.choice("confidential_held", Held.class).isHeld();
      int power = input.whole("confidential_power", 1, 5);
      int interest = input.whole("confidential_interest", 1, 5);
      Stance current = input.choice("confidential_currentStance", Stance.class);
      Stance desired = input.choice("confidential_desiredStance", Stance.class);
      List<RedLine> redLines = redLines(input);
      List<String> leverage = input.lines("confidential_leveragePoints");
      String notes = input.optionalText("confidential_notes").orElse(null);
      input.accept();
      stakeholders.recordInterview(
          execution.getProcessBusinessKey(),
          MapStakeholderInterestsModel.STAKEHOLDER.from(execution),
          new InterviewAnswers(held, power, interest, current, desired, redLines, leverage, notes));
    };
  }

  private static List<RedLine> redLines(FormInput input) {
    List<String> demands = input.lines("confidential_demands");
    List<String> exclusions = input.lines("confidential_exclusions");
    input
        .check(RedLine.areReadable(demands), "confidential_demands", RedLine.fault(demands))
        .check(
            RedLine.areReadable(exclusions), "confidential_exclusions", RedLine.fault(exclusions));
    return RedLine.all(demands, exclusions);
  }
}
