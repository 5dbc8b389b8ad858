package app.chancery.programme;

/**
 * A suspended programme was resumed, and its processes move again.
 *
 * @param programme its key
 */
public record WorkRestarted(String programme) {}
