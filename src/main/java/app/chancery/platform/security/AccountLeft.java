package app.chancery.platform.security;

/**
 * An account is being deleted, in the transaction under way. Another one of its id is somebody
 * else: what belonged to it alone goes, and nothing that stays is the other one's own. What it has
 * signed keeps its id.
 */
public record AccountLeft(String account) {}
