package app.chancery.integration.process;

import app.chancery.integration.AccessionSteps;
import app.chancery.platform.engine.FormInput;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code ratify-accession.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class RatifyAccessionTasks {

  /** Records that accession talks were held, or that the gate is to be cleared again first. */
  @Bean
  JavaDelegate recordAccessionTalksDelegate(AccessionSteps accession) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      boolean isGateFirst = form.yes("gateAgain");
      Optional<LocalDate> happenedOn = form.optionalDate("happenedOn");
      Optional<String> detail = form.optionalText("detail");
      form.accept();
      RatifyAccessionModel.TALKS_HELD.set(
          execution,
          accession.holdTalks(execution.getProcessBusinessKey(), isGateFirst, happenedOn, detail));
    };
  }

  /** Records the candidate's letter of intent. */
  @Bean
  JavaDelegate recordLetterOfIntentDelegate(AccessionSteps accession) {
    return onItsDay(accession::receiveLetter);
  }

  /** Records that every Ally has signed the protocol. */
  @Bean
  JavaDelegate recordProtocolSigningDelegate(AccessionSteps accession) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      LocalDate happenedOn = form.date("happenedOn");
      boolean everyAllySigned = form.yes("everyAllySigned");
      String detail = form.text("detail");
      form.accept();
      accession.signProtocol(
          execution.getProcessBusinessKey(), happenedOn, everyAllySigned, detail);
    };
  }

  /** The protocol is in force from the day of the last deposit. */
  @Bean
  JavaDelegate enterIntoForceDelegate(AccessionSteps accession) {
    return execution -> accession.enterIntoForce(execution.getProcessBusinessKey());
  }

  /** Records the Secretary General's invitation. */
  @Bean
  JavaDelegate recordInvitationDelegate(AccessionSteps accession) {
    return onItsDay(accession::invite);
  }

  /** Records the deposit of the candidate's instrument. */
  @Bean
  JavaDelegate recordInstrumentDepositDelegate(AccessionSteps accession) {
    return onItsDay(accession::depositInstrument);
  }

  /** The candidate is an Ally. */
  @Bean
  JavaDelegate admitCandidateDelegate(AccessionSteps accession) {
    return execution -> accession.admit(execution.getProcessBusinessKey());
  }

  /** A stage of which the form tells the day and what is to be said of it. */
  private static JavaDelegate onItsDay(Stage stage) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      LocalDate happenedOn = form.date("happenedOn");
      String detail = form.text("detail");
      form.accept();
      stage.reached(execution.getProcessBusinessKey(), happenedOn, detail);
    };
  }

  @FunctionalInterface
  private interface Stage {
    void reached(String programme, LocalDate on, String detail);
  }
}
