package app.chancery.integration.process;

import app.chancery.integration.RatificationHold;
import app.chancery.integration.RatificationHolds;
import app.chancery.platform.engine.FormInput;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code hold-ratification.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class HoldRatificationTasks {

  /** Records what an Ally stated; a delegation that names no Ally speaks for its own. */
  @Bean
  JavaDelegate recordHoldDelegate(RatificationHolds holds, Programmes programmes, Allies allies) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      Optional<Programme> meant =
          form.meant("programme", named -> programmes.meant(named, "programme"));
      String ally = form.optionalText("ally").map(allies::codeOf).orElseGet(holds::ownAlly);
      RatificationHold.Change change = form.choice("change", RatificationHold.Change.class);
      LocalDate date = form.date("date");
      String reason = form.text("reason");
      form.accept();
      String programme = meant.orElseThrow().key();
      holds.state(programme, ally, change, date, reason);
      execution.setProcessBusinessKey(programme);
    };
  }
}
