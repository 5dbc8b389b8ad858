/**
 * Codes and words apart (rule 14): what is stored, compared in a model or sent is a code that never
 * changes; what people read is a word of the message bundle, which may.
 */
@org.springframework.modulith.NamedInterface("words")
package app.chancery.platform.words;
