package app.chancery.rehearsal.replay;

/**
 * A programme of a candidate in a case; one that withdrew may have another one later.
 *
 * @param programme its key
 */
record Candidacy(String candidate, String programme) {}
