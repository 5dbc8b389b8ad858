package app.chancery.platform.engine.migration;

/**
 * What becomes, or became, of the instances of one version of a process that are at one activity.
 *
 * @param process the id of the process
 * @param version of the process, as the engine counts
 * @param activity where the instances are, by the id that the model of that version has for it;
 *     null of a single instance, which {@code why} names
 * @param to where they go in the newest version, by its id; null if they stay
 * @param instances how many, from 1; one that is at several activities is counted at each
 * @param why they stay, in a sentence; null if they move
 */
public record MigrationLine(
    String process, int version, String activity, String to, long instances, String why) {

  public boolean moves() {
    return why == null;
  }
}
