package app.chancery.programme;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.RecordedIndicator;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New values in the dossier of a programme under way. They join the series and move no tier: the
 * next review tells what they would change.
 */
@Service
public class DossierUpdates {

  private final Programmes programmes;
  private final Dossiers dossiers;

  DossierUpdates(Programmes programmes, Dossiers dossiers) {
    this.programmes = programmes;
    this.dossiers = dossiers;
  }

  /**
   * Adds the values to the series of their indicators.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended
   * @throws app.chancery.platform.refusal.Refused naming every value that is recorded already
   */
  @Transactional
  public void record(String programme, Collection<Indicator> values) {
    // Whoever files the same value at this moment finds it recorded.
    if (!programmes.lock(programme).isOpen()) {
      throw new Conflict("programme", Words.of("dossierUpdates.hasEnded").formatted(programme));
    }
    List<Indicator> known = dossiers.series(programme);
    Faults faults = new Faults();
    for (Indicator value : values) {
      faults.check(
          !known.contains(value),
          "indicators." + value.name().field(),
          Words.of("dossierUpdates.asOfFromTheSameSource")
              .formatted(value.said(), Dates.words(value.asOf())));
    }
    faults.refuseIfAny();
    values.forEach(value -> dossiers.record(programme, value));
  }

  /**
   * The whole series of a programme, in the order of the recording.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  public List<RecordedIndicator> of(String programme) {
    return dossiers.recorded(programmes.get(programme).key());
  }
}
