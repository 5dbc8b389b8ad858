package app.chancery.programme;

import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import java.util.List;
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
    List<DecisionRecord> taken = decisions.of(programme);
    DecisionRecord last = taken.get(taken.size() - 1);
    programmes.close(programme, outcome, last.what() + ": " + last.why());
  }
}
