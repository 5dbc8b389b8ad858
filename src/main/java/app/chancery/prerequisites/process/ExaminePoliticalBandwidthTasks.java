package app.chancery.prerequisites.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.prerequisites.Bandwidth;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code examine-political-bandwidth.bpmn} has done by the office, in the order of the
 * diagram.
 */
@Configuration(proxyBeanMethods = false)
class ExaminePoliticalBandwidthTasks {

  /** Takes majorities, elections, competing priorities and the verdict from the form. */
  @Bean
  JavaDelegate recordPoliticalBandwidthDelegate(Prerequisites prerequisites) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      int seats = input.whole("seatsInParliament", 1, Bandwidth.MOST_SEATS);
      int inFavour = input.whole("seatsInFavour", 0, Bandwidth.MOST_SEATS);
      List<String> elections = input.lines("elections");
      List<String> priorities = input.lines("competingPriorities");
      Verdict verdict = input.choice("bandwidthVerdict", Verdict.class);
      String why = input.text("bandwidthWhy");
      input.accept();
      prerequisites.findBandwidth(
          execution.getProcessBusinessKey(),
          new Bandwidth(inFavour, seats, elections, priorities),
          verdict,
          why);
    };
  }
}
