package app.chancery.programme;

/**
 * The candidate has withdrawn its application: the programme ends now. Published in the same
 * transaction, before its processes end, so that a listener that fails takes the withdrawal back.
 *
 * @param programme its key
 */
public record ApplicationWithdrawn(String programme) {}
