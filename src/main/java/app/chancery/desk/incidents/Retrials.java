package app.chancery.desk.incidents;

import app.chancery.platform.words.Words;
import app.chancery.records.DecisionRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has what failed tried again, and puts on the record of its programme who had it. */
@Service
class Retrials {

  private final Incidents incidents;
  private final DecisionRecords records;

  Retrials(Incidents incidents, DecisionRecords records) {
    this.incidents = incidents;
    this.records = records;
  }

  @Transactional
  void tryAgain(String id) {
    incidents
        .tryAgain(id)
        .filter(incident -> !incident.programme().isEmpty())
        .ifPresent(
            incident ->
                records.record(
                    incident.programme(),
                    incident.step(),
                    Words.of("incident.tried").formatted(incident.activity()),
                    Words.of("incident.triedBecause")));
  }
}
