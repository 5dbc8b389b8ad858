package app.chancery.integration;

import java.time.LocalDate;

/**
 * For how long assurances are to be in force. Any component may be null; {@link SecurityGap} checks
 * them.
 *
 * @param inForceFrom not needed for an extension
 * @param assuranceSource the decision, note or exchange of letters that says so
 */
public record AssuranceTerm(
    LocalDate inForceFrom, LocalDate inForceUntil, String assuranceSource) {}
