package app.chancery.desk.outcomes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The measures of one quarter. An average or a share of nothing is null, and so is a count of a
 * quarter in which no programme was open: it is not known, and not none.
 *
 * @param programmes how many were open at some time of the quarter
 * @param standardsImplementedPct the mean of their newest figures at the end of the quarter
 * @param retention by the instrument through which programmes entered integration
 * @param daysInStep the mean length of the stays that ended in the quarter, by the step's name
 */
record Measures(
    long programmes,
    Activities activities,
    Double standardsImplementedPct,
    Milestones milestones,
    List<Retention> retention,
    Friction friction,
    Map<String, Double> daysInStep,
    Reviews reviews) {

  /**
   * The same, each with what any of them tells of: nought by an Ally or a path that one has nothing
   * of, if anything could be counted there.
   */
  static List<Measures> besideEachOther(List<Measures> columns) {
    Set<String> allies = new TreeSet<>();
    Set<String> paths = new TreeSet<>();
    for (Measures each : columns) {
      allies.addAll(each.friction.objectionsByAlly().keySet());
      each.retention.forEach(entry -> paths.add(entry.instrument()));
    }
    return columns.stream().map(each -> each.beside(allies, paths)).toList();
  }

  private Measures beside(Set<String> allies, Set<String> paths) {
    if (friction.objections() == null) {
      return this;
    }
    Map<String, Long> objections = new TreeMap<>(friction.objectionsByAlly());
    allies.forEach(ally -> objections.putIfAbsent(ally, 0L));
    Map<String, Retention> entered = new TreeMap<>();
    paths.forEach(path -> entered.put(path, new Retention(path, 0, 0, 0, 0, null)));
    retention.forEach(each -> entered.put(each.instrument(), each));
    return new Measures(
        programmes,
        activities,
        standardsImplementedPct,
        milestones,
        List.copyOf(entered.values()),
        new Friction(
            friction.roundsBroken(),
            friction.objections(),
            objections,
            friction.adopted(),
            friction.daysToConsensus()),
        daysInStep,
        reviews);
  }

  /** What took place in the quarter. */
  record Activities(Long jointExercises, Long intelligenceSharing, Long workshops) {}

  /**
   * Milestones that fell due in the quarter.
   *
   * @param onTimePct of all of them, those met by the day they were due
   */
  record Milestones(Long due, Long metOnTime, Long metLate, Long notMet, Double onTimePct) {}

  /**
   * At the end of the quarter, of all programmes that ever entered through the instrument.
   *
   * @param active still open
   * @param concluded ended with the partnership settled or the accession
   * @param lost ended otherwise
   * @param retainedPct those not lost
   */
  record Retention(
      String instrument,
      long entered,
      long active,
      long concluded,
      long lost,
      Double retainedPct) {}

  /**
   * In the council.
   *
   * @param roundsBroken rounds whose silence was broken in the quarter
   * @param objectionsByAlly in how many rounds each Ally objected, by its code
   * @param daysToConsensus mean days from the first tabling to the adoption, of what was adopted
   */
  record Friction(
      Long roundsBroken,
      Long objections,
      Map<String, Long> objectionsByAlly,
      Long adopted,
      Double daysToConsensus) {}

  /**
   * Quarterly reviews of the quarter, and those opened in it because conditions shifted.
   *
   * @param onTimePct of those held or missed, the ones decided by their due date
   */
  record Reviews(
      Long heldOnTime, Long heldLate, Long missed, Long open, Long withdrawn, Double onTimePct) {}
}
