package app.chancery.oversight;

/**
 * What the colours of a review are judged by.
 *
 * @param daysLate days since the most overdue milestone was due; 0 if none is overdue
 * @param interoperabilityCapped whether today's interoperability caps below the programme's tier:
 *     {@code no}, {@code yes}, or {@code by old figures} where fresher ones might not
 * @param interoperabilityChange points since the last review
 * @param supportCapped the same for domestic support
 * @param supportChange points since the last review
 * @param assurances {@code none}, {@code hold}, {@code some run out} or {@code all run out}, until
 *     the next review
 * @param worstSecurityShift {@code none}, {@code minor}, {@code moderate} or {@code severe}
 * @param overrunDays days that the running phase is beyond its plan
 * @param exposure to propaganda: {@code low}, {@code medium} or {@code high}
 */
record Evidence(
    int daysLate,
    String interoperabilityCapped,
    int interoperabilityChange,
    String supportCapped,
    int supportChange,
    String assurances,
    String worstSecurityShift,
    int overrunDays,
    boolean briefApproved,
    String exposure) {

  static final String CAPPED = "yes";

  boolean isInteroperabilityCapped() {
    return interoperabilityCapped.equals(CAPPED);
  }

  boolean isSupportCapped() {
    return supportCapped.equals(CAPPED);
  }
}
