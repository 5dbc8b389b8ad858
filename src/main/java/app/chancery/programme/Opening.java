package app.chancery.programme;

import app.chancery.records.dossier.Dossier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a programme: it stands in the register, and its process begins. Both or neither. */
@Service
public class Opening {

  private final Programmes programmes;
  private final ProgrammeProcess process;

  Opening(Programmes programmes, ProgrammeProcess process) {
    this.programmes = programmes;
    this.process = process;
  }

  /**
   * @return the key of the programme
   * @throws app.chancery.platform.refusal.Refused if the candidate is an Ally already
   * @throws app.chancery.platform.refusal.Conflict if the candidate has an open programme
   */
  @Transactional
  public String open(Dossier dossier) {
    String key = programmes.register(dossier);
    process.programmeRegistered(key);
    return key;
  }
}
