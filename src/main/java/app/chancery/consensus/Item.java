package app.chancery.consensus;

import java.time.OffsetDateTime;

/**
 * A run of the step: what the council deals with, in one or more rounds.
 *
 * @param packageVersion the version that lies on the table, or lay there last
 * @param outcome how the run ended; null while it goes on
 * @param closedAt when it ended; null while it goes on
 */
record Item(long id, int packageVersion, CouncilOutcome outcome, OffsetDateTime closedAt) {}
