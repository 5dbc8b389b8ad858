package app.chancery.programme;

/**
 * The oversight committee terminates the programme: it ends as soon as its review is reported on.
 * Published in the same transaction, before anything of it goes on.
 *
 * @param programme its key
 */
public record TerminationDecided(String programme) {}
