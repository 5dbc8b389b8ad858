package app.chancery.platform.refusal;

import java.io.Serializable;

/**
 * One thing wrong with what a person or a program handed in.
 *
 * @param field the field as the sender named it, for example {@code indicators.occStage.asOf}
 * @param message a sentence that says what is wrong and what would be right
 */
public record Fault(String field, String message) implements Serializable {}
