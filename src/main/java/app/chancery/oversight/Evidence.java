package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/**
 * What the colours of a review are judged by.
 *
 * @param daysLate days since the most overdue milestone was due; 0 if none is overdue
 * @param interoperabilityCapped whether today's interoperability caps below the programme's tier
 * @param interoperabilityChange points since the last review, by figures that are new
 * @param supportCapped the same for domestic support
 * @param supportChange the same for domestic support
 * @param assurances how far they reach
 * @param worstSecurityShift {@code none}, {@code minor}, {@code moderate} or {@code severe}
 * @param overrunDays days that the running phase is beyond its plan
 * @param exposure to propaganda: {@code low}, {@code medium} or {@code high}
 */
record Evidence(
    int daysLate,
    Capped interoperabilityCapped,
    int interoperabilityChange,
    Capped supportCapped,
    int supportChange,
    Cover assurances,
    String worstSecurityShift,
    int overrunDays,
    boolean briefApproved,
    String exposure) {

  /** Whether a score would cap the tier below the present one. */
  enum Capped implements Coded {
    YES,
    /** Only because figures are older than the policy allows. */
    BY_OLD_FIGURES,
    NO
  }

  /** How far the assurances in force reach, until the next review. */
  enum Cover implements Coded {
    NONE,
    HOLD,
    SOME_RUN_OUT,
    ALL_RUN_OUT
  }

  boolean isInteroperabilityCapped() {
    return interoperabilityCapped == Capped.YES;
  }

  boolean isSupportCapped() {
    return supportCapped == Capped.YES;
  }
}
