package app.chancery.diplomacy.process;

import app.chancery.diplomacy.BriefDecision;
import app.chancery.diplomacy.MediaBriefs;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the executives' decision on record; rule 6 may refuse it. */
@Component
class RecordBriefDecisionDelegate implements JavaDelegate {

  private final MediaBriefs briefs;

  RecordBriefDecisionDelegate(MediaBriefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    BriefDecision decision = form.choice("decision", BriefDecision.class);
    String reason = form.text("reason");
    form.accept();
    LaunchPublicDiplomacyModel.BRIEF_APPROVED.set(
        execution, briefs.decide(execution.getProcessBusinessKey(), decision, reason));
  }
}
