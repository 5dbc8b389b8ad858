package app.chancery.platform.people;

import java.util.Set;

/**
 * On some days of an absence nobody acts in some group of who is away, which was not so before. It
 * is told in the transaction by which it came about.
 *
 * @param account who is away
 * @param name what that person is called
 * @param days the days, the groups and why, in sentences
 * @param groups those in which nobody acts, by their ids
 * @param knownTo who has read all this on the page where they entered the absence; empty if nobody
 */
public record AbsenceUncovered(
    String account, String name, String days, Set<String> groups, String knownTo) {

  public AbsenceUncovered {
    groups = Set.copyOf(groups);
  }
}
