package app.chancery.diplomacy.process;

import app.chancery.diplomacy.MediaBriefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the draft of the brief that the executives decide on. */
@Component
class CompileMediaBriefDelegate implements JavaDelegate {

  private final MediaBriefs briefs;

  CompileMediaBriefDelegate(MediaBriefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    briefs.compile(execution.getProcessBusinessKey());
  }
}
