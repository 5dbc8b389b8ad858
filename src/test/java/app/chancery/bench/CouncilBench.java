package app.chancery.bench;

import org.junit.jupiter.api.Test;

/** How many rounds of the council the office gets through. */
class CouncilBench {

  @Test
  void rounds() {
    Contest.hold(
        "council",
        Run.wanted(Run.CHANCERY, Run.CHANCERY_UNTOLD, Run.NOT_FAST, Run.CHANCERY_H2, Run.CAMUNDA),
        Work.ANSWERED,
        Work.SILENT);
  }

  /** Less than a twentieth is what it may cost. */
  @Test
  void whatTheAuditCostsRounds() {
    AuditedOrNot.measure("council-audit", Work.ANSWERED, office -> {});
  }
}
