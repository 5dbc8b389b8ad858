package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compiles the diplomatic package as a draft. */
@Component
class CompilePackageDelegate implements JavaDelegate {

  private final PackageDesign design;

  CompilePackageDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    design.compile(execution.getProcessBusinessKey());
  }
}
