package app.chancery.programme;

import app.chancery.platform.words.Words;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import org.springframework.stereotype.Service;

/** Ends a programme; every end says why, in the words of the decision that led to it. */
@Service
public class Closing {

  private final Programmes programmes;
  private final DecisionRecords decisions;

  Closing(Programmes programmes, DecisionRecords decisions) {
    this.programmes = programmes;
    this.decisions = decisions;
  }

  public void close(String programme, Outcome outcome) {
    DecisionRecord decided = decisions.end(programme).orElseGet(() -> last(programme));
    programmes.close(programme, outcome, decided.what() + ": " + decided.why());
  }

  /**
   * A release before this one did not mark what ends a programme, and it may have decided what is
   * carried out by this one: it is the last decision on the matter itself.
   */
  private DecisionRecord last(String programme) {
    return decisions.shownToAll(programme).stream()
        .filter(each -> !each.why().equals(Words.of("incident.triedBecause")))
        .reduce((before, next) -> next)
        .orElseThrow();
  }
}
