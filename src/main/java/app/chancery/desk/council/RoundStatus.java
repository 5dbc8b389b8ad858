package app.chancery.desk.council;

import app.chancery.consensus.RoundState;
import java.time.OffsetDateTime;

/**
 * What an open page of a round asks again and again.
 *
 * @param word what the state is called
 * @param sentence how it stands, as people read it
 * @param ends when silence ends, in UTC
 * @param deadline the same for people, with its time zone
 * @param now on the office's clock, in UTC
 * @param mark changes whenever something that the reader may see has changed
 */
record RoundStatus(
    RoundState state,
    String word,
    String sentence,
    OffsetDateTime ends,
    String deadline,
    OffsetDateTime now,
    String mark) {}
