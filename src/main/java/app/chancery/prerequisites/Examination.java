package app.chancery.prerequisites;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the examination of a programme's prerequisites is.
 *
 * @param attempts the running attempt at each area, counting from 1; areas that were never opened
 *     are not in it
 * @param findings the newest on each part, in the order of the parts
 */
record Examination(Map<Area, Integer> attempts, List<Finding> findings) {

  Examination {
    attempts = Map.copyOf(attempts);
    findings = List.copyOf(findings);
  }

  /** The running attempt at an area; 0 if it was never opened. */
  int attempt(Area area) {
    return attempts.getOrDefault(area, 0);
  }

  /** The areas of which something is still to be found in the running attempt. */
  List<Area> openAreas() {
    Set<Part> found =
        findings.stream()
            .filter(finding -> finding.attempt() == attempt(finding.part().area()))
            .map(Finding::part)
            .collect(Collectors.toSet());
    return Arrays.stream(Area.values())
        .filter(area -> attempt(area) > 0)
        .filter(area -> !found.containsAll(area.parts()))
        .toList();
  }

  /** What keeps the executives from endorsing the baseline. */
  Faults againstEndorsement() {
    Faults faults = new Faults();
    faults.check(
        findings.size() == Part.values().length,
        "endorsement",
        Words.of("examination.notEverythingHasBeenExaminedYet"));
    findings.stream()
        .filter(finding -> !finding.satisfied())
        .forEach(
            finding ->
                faults.add(
                    "endorsement",
                    Words.of("examination.isNotSatisfiedSendItsArea")
                        .formatted(finding.part().title(), finding.why())));
    return faults;
  }

  /** Every part with its verdict. */
  String verdicts() {
    return findings.stream()
        .map(finding -> finding.part().title() + " " + finding.verdict())
        .collect(Collectors.joining("; "));
  }

  /** What is waited for: the open areas, or what comes after them. */
  String waitedFor() {
    List<Area> open = openAreas();
    return open.isEmpty()
        ? Words.of("examination.theDecisionOnTheReadinessBaseline")
        : open.stream().map(Area::title).collect(Collectors.joining("; "));
  }
}
