package app.chancery.platform.decisions;

import app.chancery.platform.words.Coded;
import java.time.OffsetDateTime;

/**
 * One version of a policy table.
 *
 * @param number from 1 on; a higher one is newer
 * @param since when it was brought
 * @param sha256 of its file, in hexadecimal: several versions may be the same
 */
public record TableVersion(
    String table, int number, OffsetDateTime since, Origin origin, String sha256) {

  /** How a version came. */
  public enum Origin implements Coded {
    /** With the program: a node deployed what its release brings. */
    DELIVERED,
    /** Somebody released it here. */
    RELEASED,
    /** An administrator deployed it to the engine. */
    DEPLOYED
  }
}
