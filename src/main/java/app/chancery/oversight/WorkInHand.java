package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/** What becomes of the work under the present package while the committee moves the tier. */
public enum WorkInHand implements Coded {
  /** It ends now, and begins anew under the package that the council endorses. */
  HELD,
  /** It goes on under the present package until the council has endorsed the new one. */
  CARRIED_ON;
}
