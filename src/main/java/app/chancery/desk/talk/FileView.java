package app.chancery.desk.talk;

import app.chancery.records.talk.TalkFile;

/**
 * A file as it is shown.
 *
 * @param size in words
 * @param by who has added it
 * @param at when, in words
 * @param remover who has struck it out; null if nobody has
 * @param returnable whether whoever reads this may take it back without a trace
 * @param strikable whether they may take its content away
 */
public record FileView(
    TalkFile file,
    String size,
    String by,
    String at,
    String remover,
    boolean returnable,
    boolean strikable) {}
