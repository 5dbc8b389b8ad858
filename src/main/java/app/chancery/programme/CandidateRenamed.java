package app.chancery.programme;

/**
 * The name of a programme's candidate was corrected and the register says so. Published in the same
 * transaction, before the open tasks are named anew.
 */
public record CandidateRenamed(String programme, String before, String after) {}
