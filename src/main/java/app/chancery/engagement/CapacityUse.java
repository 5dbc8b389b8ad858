package app.chancery.engagement;

import app.chancery.platform.words.Words;

/**
 * What the packages of all open programmes bind of the alliance's capacity, in points of the policy
 * table {@code alliance-capacity}.
 *
 * @param capacity what there is for all open programmes together
 * @param thisPackage what the package in question would bind
 * @param boundByOthers what the other open programmes bind
 */
record CapacityUse(int capacity, int thisPackage, int boundByOthers) {

  boolean isWithin() {
    return boundByOthers() + thisPackage <= capacity;
  }

  String sentence() {
    return Words.counted("package.capacity", thisPackage, capacity, boundByOthers());
  }
}
