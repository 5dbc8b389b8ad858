package app.chancery.engagement;

import app.chancery.platform.words.Words;
import java.util.List;

/**
 * What the packages of all open programmes bind of the alliance's capacity, in points of the policy
 * table {@code alliance-capacity}.
 *
 * @param capacity what there is for all open programmes together
 * @param thisPackage what the package in question would bind
 * @param others what the other open programmes bind
 */
record CapacityUse(int capacity, int thisPackage, List<Share> others) {

  /** What one programme binds. */
  record Share(String programme, String tier, int points) {}

  int boundByOthers() {
    return others.stream().mapToInt(Share::points).sum();
  }

  boolean isWithin() {
    return boundByOthers() + thisPackage <= capacity;
  }

  String sentence() {
    return Words.counted("package.capacity", thisPackage, capacity, boundByOthers());
  }
}
