package app.chancery.stakeholders;

import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The analysis of all interviews: where each stakeholder stands on the grid, whom to move, which
 * red lines collide, where nothing is known that could move anyone.
 */
record StakeholderMap(List<Place> places, List<Collision> collisions) {

  StakeholderMap {
    places = List.copyOf(places);
    collisions = List.copyOf(collisions);
  }

  /** One stakeholder with its newest interview. */
  record Place(Stakeholder stakeholder, Interview interview, Quadrant quadrant) {

    /** High power, and less favourable than wanted: without it the programme may fail. */
    boolean mustBeWonOver() {
      return interview.needsToMove()
          && (quadrant == Quadrant.MANAGE_CLOSELY || quadrant == Quadrant.KEEP_SATISFIED);
    }

    /** The stance wanted; the present one where it is good enough. */
    Stance stanceToReach() {
      return interview.needsToMove() ? interview.desiredStance() : interview.currentStance();
    }

    boolean withoutLeverage() {
      return interview.leveragePoints().isEmpty();
    }

    /** The move wanted, in words. */
    String move() {
      String now = interview.currentStance().word();
      String wanted = interview.desiredStance().word();
      if (interview.needsToMove()) {
        return Words.of("stakeholderMap.fromTo").formatted(now, wanted);
      }
      return interview.currentStance() == interview.desiredStance()
          ? Words.of("stakeholderMap.keepAs").formatted(now)
          : Words.of("stakeholderMap.isMoreFavourableThanNeededIs").formatted(now, wanted);
    }
  }

  /** One stakeholder demands what another excludes. */
  record Collision(Place one, RedLine demand, Place other, RedLine exclusion) {}

  /** Compiles the map; the most powerful, then the most interested come first. */
  static StakeholderMap of(
      List<Stakeholder> list, List<Interview> newest, StakeholderPolicy policy) {
    List<Place> places =
        newest.stream()
            .map(
                interview ->
                    new Place(
                        stakeholderOf(interview, list), interview, Quadrant.of(interview, policy)))
            .sorted(
                Comparator.comparing((Place place) -> -place.interview().power())
                    .thenComparing(place -> -place.interview().interest())
                    .thenComparing(place -> place.stakeholder().id()))
            .toList();
    return new StakeholderMap(places, collisions(places));
  }

  /** From 1, what stands for a stakeholder where its name has no room. */
  int number(Place place) {
    return places.indexOf(place) + 1;
  }

  List<Place> toBeWonOver() {
    return places.stream().filter(Place::mustBeWonOver).toList();
  }

  List<Place> withoutLeverage() {
    return places.stream().filter(Place::withoutLeverage).toList();
  }

  private static Stakeholder stakeholderOf(Interview interview, List<Stakeholder> list) {
    return list.stream()
        .filter(stakeholder -> stakeholder.id() == interview.stakeholder())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(interview + " is not on the list"));
  }

  private static List<Collision> collisions(List<Place> places) {
    List<Collision> collisions = new ArrayList<>();
    for (Place one : places) {
      for (Place other : places) {
        if (one.stakeholder().id() != other.stakeholder().id()) {
          collisions.addAll(collisions(one, other));
        }
      }
    }
    return collisions;
  }

  /** Those in which the first demands and the second excludes, so that each is found once. */
  private static List<Collision> collisions(Place one, Place other) {
    return one.interview().redLines().stream()
        .filter(line -> line.demand() == RedLine.Demand.REQUIRE)
        .flatMap(
            demand ->
                other.interview().redLines().stream()
                    .filter(demand::collidesWith)
                    .map(exclusion -> new Collision(one, demand, other, exclusion)))
        .toList();
  }
}
