package app.chancery.engagement.process;

import app.chancery.platform.engine.ProcessVariable;

/** The contract of {@code design-engagement-package.bpmn}. */
final class DesignEngagementPackageModel {

  static final String PROCESS_ID = "design-engagement-package";

  /** Whether the offered tier is above the proposed one. */
  static final ProcessVariable<Boolean> TIER_RAISED = ProcessVariable.flag("tierRaised");

  static final ProcessVariable<Boolean> RAISE_APPROVED = ProcessVariable.flag("raiseApproved");
  static final ProcessVariable<Boolean> WITHIN_CAPACITY = ProcessVariable.flag("withinCapacity");
  static final ProcessVariable<Boolean> OVERSTRETCH_AUTHORISED =
      ProcessVariable.flag("overstretchAuthorised");
  static final ProcessVariable<Boolean> PACKAGE_APPROVED = ProcessVariable.flag("packageApproved");

  private DesignEngagementPackageModel() {}
}
