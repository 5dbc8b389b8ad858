package app.chancery.platform.people;

/**
 * An account is being deleted, in the transaction under way. Another one of its id is somebody
 * else: what belonged to it alone goes, and nothing that stays is the other one's own. What it has
 * signed keeps its id.
 *
 * @param retired what stands for it and for no other one wherever its id stood as that of an
 *     account
 */
public record AccountLeft(String account, String retired) {}
