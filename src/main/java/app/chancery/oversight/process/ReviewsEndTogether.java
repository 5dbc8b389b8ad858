package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import app.chancery.platform.engine.EndsTogether;
import java.util.List;
import org.springframework.stereotype.Component;

/** The reviews of all programmes fall due at the same instant, and are opened several at once. */
@Component
class ReviewsEndTogether implements EndsTogether {

  private final Reviews reviews;

  ReviewsEndTogether(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public String activity() {
    return MonitorAndAdjustModel.REVIEW_DUE;
  }

  @Override
  public void begin(List<String> programmes) {
    reviews.beginDue(programmes);
  }
}
