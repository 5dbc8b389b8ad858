package app.chancery.oversight;

/**
 * What somebody who noticed that conditions shifted tells of it, as it was sent; anything may be
 * missing.
 *
 * @param kind political or security
 * @param severity minor, moderate or severe
 * @param source where it is known from
 */
public record NoticedShift(String kind, String severity, String description, String source) {}
