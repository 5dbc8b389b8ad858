package app.chancery.programme;

import app.chancery.dossier.Dossier;

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
}
