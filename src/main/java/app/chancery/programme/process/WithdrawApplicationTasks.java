package app.chancery.programme.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.words.Words;
import app.chancery.programme.ApplicationWithdrawal;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code withdraw-application.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class WithdrawApplicationTasks {

  /** Ends the programme that the form names. */
  @Bean
  JavaDelegate withdrawApplicationDelegate(
      ApplicationWithdrawal withdrawal, Programmes programmes) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      Optional<Programme> meant =
          form.meant(
              WithdrawApplicationModel.PROGRAMME,
              named -> programmes.meant(named, WithdrawApplicationModel.PROGRAMME));
      String reason = form.text(WithdrawApplicationModel.REASON);
      List<String> documents = form.lines(WithdrawApplicationModel.DOCUMENTS);
      form.check(
          !documents.isEmpty(), WithdrawApplicationModel.DOCUMENTS, Words.of("form.required"));
      form.check(
          form.yes(WithdrawApplicationModel.CONFIRMED),
          WithdrawApplicationModel.CONFIRMED,
          Words.of("withdrawApplicationTasks.mustBeConfirmedTheProgrammeEnds"));
      form.accept();
      String programme = meant.orElseThrow().key();
      withdrawal.withdraw(programme, reason, documents);
      execution.setProcessBusinessKey(programme);
    };
  }
}
