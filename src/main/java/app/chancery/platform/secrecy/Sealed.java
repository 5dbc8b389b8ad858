package app.chancery.platform.secrecy;

/**
 * What was sealed.
 *
 * @param by the id of the key
 */
public record Sealed(String by, byte[] bytes) {}
