package app.chancery.stakeholders;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.stakeholders.StakeholderMap.Place;
import java.util.Arrays;
import java.util.List;

/** The stakeholder map as a document for analysts and envoys. */
final class MapDocument {

  private static final String NOBODY = "No stakeholder was interviewed.";

  private MapDocument() {}

  static Document of(
      String candidate,
      StakeholderMap map,
      StakeholderPolicy policy,
      Days days,
      Signatures signatures) {
    return Document.titled("Stakeholder map: " + candidate, summary(map))
        .with(grid(map, policy))
        .with(moves(map, policy))
        .with(collisions(map))
        .with(leverage(map))
        .with(records(map, days, signatures));
  }

  private static String summary(StakeholderMap map) {
    return Words.counted(
        "stakeholders.map",
        map.places().size(),
        map.toBeWonOver().size(),
        map.collisions().size(),
        map.withoutLeverage().size());
  }

  private static Section grid(StakeholderMap map, StakeholderPolicy policy) {
    return Section.headed("Power and interest")
        .saying(
            "Power counts as high from %s, interest from %s, on scales of 1 to 5."
                .formatted(policy.highPowerFrom(), policy.highInterestFrom()))
        .showing(picture(map, policy))
        .table(
            "All stakeholders",
            List.of("No.", "Stakeholder", "Kind", "Power", "Interest", "Quadrant", "Source"),
            map.places(),
            place ->
                row(
                    map.number(place),
                    place.stakeholder().name(),
                    place.stakeholder().kind().word(),
                    place.interview().power(),
                    place.interview().interest(),
                    place.quadrant().word(),
                    place.interview().held()
                        ? "interview"
                        : "open sources, the interview was refused"),
            NOBODY);
  }

  private static Picture picture(StakeholderMap map, StakeholderPolicy policy) {
    return new Picture.PowerInterestGrid(
        "Power-interest grid, with stances and the moves wanted",
        policy.highPowerFrom(),
        policy.highInterestFrom(),
        Arrays.stream(Stance.values()).map(Stance::word).toList(),
        map.places().stream()
            .map(
                place ->
                    new Picture.Stakeholder(
                        map.number(place),
                        place.stakeholder().name(),
                        place.interview().power(),
                        place.interview().interest(),
                        place.interview().currentStance().word(),
                        place.stanceToReach().word(),
                        place.mustBeWonOver()))
            .toList());
  }

  private static Section moves(StakeholderMap map, StakeholderPolicy policy) {
    return Section.headed("Stances and moves wanted")
        .saying(
            "To be won over is who has high power and is less favourable than wanted. Envoys make contact as often as the quadrant asks for.")
        .table(
            "Stances",
            List.of("No.", "Stakeholder", "Move wanted", "Win over", "What may move it", "Contact"),
            map.places(),
            place ->
                row(
                    map.number(place),
                    place.stakeholder().name(),
                    place.move(),
                    yesOrNo(place.mustBeWonOver()),
                    text(place.interview().leveragePoints()),
                    policy.contact().get(place.quadrant())),
            NOBODY);
  }

  private static Section collisions(StakeholderMap map) {
    return Section.headed("Red lines that collide")
        .saying(
            "Two red lines collide if they name the same subject and one demands what the other excludes.")
        .table(
            "Collisions",
            List.of("Subject", "Demanded by", "Demand", "Excluded by", "Exclusion"),
            map.collisions(),
            each ->
                row(
                    each.demand().subject(),
                    each.one().stakeholder().name(),
                    each.demand().position(),
                    each.other().stakeholder().name(),
                    each.exclusion().position()),
            "No red lines collide.");
  }

  private static Section leverage(StakeholderMap map) {
    Section section = Section.headed("Without leverage");
    return (map.withoutLeverage().isEmpty()
            ? section
            : section.saying("Nothing is known that could move these stakeholders."))
        .table(
            "Without leverage",
            List.of("Stakeholder", "Quadrant", "Win over"),
            map.withoutLeverage(),
            place ->
                row(
                    place.stakeholder().name(),
                    place.quadrant().word(),
                    place.mustBeWonOver() ? "yes: find leverage first" : "no"),
            "For every stakeholder some leverage is known.");
  }

  private static Section records(StakeholderMap map, Days days, Signatures signatures) {
    return Section.headed("What each stakeholder said")
        .table(
            "Interviews",
            List.of(
                "Stakeholder",
                RedLine.Demand.REQUIRE.word(),
                RedLine.Demand.FORBID.word(),
                "Leverage points",
                "Notes",
                "Recorded"),
            map.places(),
            place -> said(place, days, signatures),
            NOBODY);
  }

  private static List<String> said(Place place, Days days, Signatures signatures) {
    Interview interview = place.interview();
    return row(
        place.stakeholder().name(),
        redLines(interview, RedLine.Demand.REQUIRE),
        redLines(interview, RedLine.Demand.FORBID),
        text(interview.leveragePoints()),
        interview.notes() == null ? "none" : interview.notes(),
        days.of(interview.recordedAt()) + " by " + signatures.of(interview.recordedBy()));
  }

  private static String redLines(Interview interview, RedLine.Demand demand) {
    return text(
        interview.redLines().stream()
            .filter(line -> line.demand() == demand)
            .map(RedLine::line)
            .toList());
  }

  private static String yesOrNo(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "none" : String.join("; ", lines);
  }
}
