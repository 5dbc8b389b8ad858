package app.chancery.programme;

/**
 * A programme has ended and the register says so. Published in the same transaction, so that a
 * listener that fails takes the ending back.
 */
public record ProgrammeEnded(String programme, Outcome outcome, String why) {}
