package app.chancery.bench;

import org.junit.jupiter.api.Test;

/** How long it takes when the reviews of many programmes fall due at the same instant. */
class ReviewBench {

  @Test
  void reviews() {
    Contest.hold(
        "reviews",
        Run.wanted(Run.CHANCERY, Run.NOT_FAST, Run.CHANCERY_H2, Run.CAMUNDA),
        Work.REVIEWS);
  }

  /** With the decisions on them. Less than a twentieth is what it may cost. */
  @Test
  void whatTheAuditCostsReviews() {
    AuditedOrNot.measure("reviews-audit", Work.REVIEWS, Office::decideAll);
  }
}
