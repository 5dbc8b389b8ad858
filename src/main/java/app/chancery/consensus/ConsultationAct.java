package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** What an Ally may do in the consultation after a broken silence. */
public enum ConsultationAct implements Coded {
  OBJECT,
  WITHDRAW;
}
