package app.chancery.consensus;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** What an Ally may do in the consultation after a broken silence. */
public enum ConsultationAct implements Coded {
  OBJECT,
  WITHDRAW;

  /** As it stands among the choices of the form. */
  public String option() {
    return Words.of(this, "option");
  }
}
