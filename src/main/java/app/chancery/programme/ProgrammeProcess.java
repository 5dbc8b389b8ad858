package app.chancery.programme;

import app.chancery.dossier.Dossier;
import app.chancery.dossier.Indicator;
import java.util.Collection;

/** What the business tells the process of a programme. */
public interface ProgrammeProcess {

  /**
   * A dossier was submitted: the programme starts.
   *
   * @return the key of the programme
   * @throws app.chancery.refusal.Refused if the candidate is an Ally already
   * @throws app.chancery.refusal.Conflict if the candidate has an open programme
   */
  String dossierSubmitted(Dossier dossier);

  /**
   * New values of its dossier are known. The acting person must be of a group that may update
   * dossiers.
   *
   * @throws app.chancery.refusal.NotFound if there is no such programme
   * @throws app.chancery.refusal.Conflict if the programme has ended
   * @throws app.chancery.refusal.Refused naming every value that is recorded already
   */
  void dossierUpdated(String programme, Collection<Indicator> values);
}
