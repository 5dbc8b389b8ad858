package app.chancery.stakeholders;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.stakeholders.StakeholderMap.Place;
import java.util.Arrays;
import java.util.List;

/** The stakeholder map as a document for analysts and envoys. */
final class MapDocument {

  private MapDocument() {}

  static Document of(
      String candidate,
      StakeholderMap map,
      StakeholderPolicy policy,
      Days days,
      Signatures signatures) {
    return Document.titled(
            Words.of("mapDocument.stakeholderMap").formatted(candidate), summary(map))
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
    return Section.headed(Words.of("mapDocument.powerAndInterest"))
        .saying(
            Words.of("mapDocument.powerCountsAsHighFromInterest")
                .formatted(policy.highPowerFrom(), policy.highInterestFrom()))
        .showing(picture(map, policy))
        .table(
            Words.of("mapDocument.allStakeholders"),
            List.of(
                Words.of("mapDocument.no"),
                Words.of("mapDocument.stakeholder"),
                Words.of("mapDocument.kind"),
                Words.of("mapDocument.power"),
                Words.of("mapDocument.interest"),
                Words.of("mapDocument.quadrant"),
                Words.of("mapDocument.source")),
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
                        ? Words.of("mapDocument.interview")
                        : Words.of("mapDocument.openSourcesTheInterviewWasRefused")),
            Words.of("mapDocument.nobody"));
  }

  private static Picture picture(StakeholderMap map, StakeholderPolicy policy) {
    return new Picture.PowerInterestGrid(
        Words.of("mapDocument.powerInterestGridWithStancesAnd"),
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
    return Section.headed(Words.of("mapDocument.stancesAndMovesWanted"))
        .saying(Words.of("mapDocument.toBeWonOverIsWho"))
        .table(
            Words.of("mapDocument.stances"),
            List.of(
                Words.of("mapDocument.no"),
                Words.of("mapDocument.stakeholder"),
                Words.of("mapDocument.moveWanted"),
                Words.of("mapDocument.winOver"),
                Words.of("mapDocument.whatMayMoveIt"),
                Words.of("mapDocument.contact")),
            map.places(),
            place ->
                row(
                    map.number(place),
                    place.stakeholder().name(),
                    place.move(),
                    yesOrNo(place.mustBeWonOver()),
                    text(place.interview().leveragePoints()),
                    policy.contact().get(place.quadrant())),
            Words.of("mapDocument.nobody"));
  }

  private static Section collisions(StakeholderMap map) {
    return Section.headed(Words.of("mapDocument.redLinesThatCollide"))
        .saying(Words.of("mapDocument.twoRedLinesCollideIfThey"))
        .table(
            Words.of("mapDocument.collisions"),
            List.of(
                Words.of("mapDocument.subject"),
                Words.of("mapDocument.demandedBy"),
                Words.of("mapDocument.demand"),
                Words.of("mapDocument.excludedBy"),
                Words.of("mapDocument.exclusion")),
            map.collisions(),
            each ->
                row(
                    each.demand().subject(),
                    each.one().stakeholder().name(),
                    each.demand().position(),
                    each.other().stakeholder().name(),
                    each.exclusion().position()),
            Words.of("mapDocument.noRedLinesCollide"));
  }

  private static Section leverage(StakeholderMap map) {
    Section section = Section.headed(Words.of("mapDocument.withoutLeverage"));
    return (map.withoutLeverage().isEmpty()
            ? section
            : section.saying(Words.of("mapDocument.nothingIsKnownThatCouldMove")))
        .table(
            Words.of("mapDocument.withoutLeverage"),
            List.of(
                Words.of("mapDocument.stakeholder"),
                Words.of("mapDocument.quadrant"),
                Words.of("mapDocument.winOver")),
            map.withoutLeverage(),
            place ->
                row(
                    place.stakeholder().name(),
                    place.quadrant().word(),
                    place.mustBeWonOver()
                        ? Words.of("mapDocument.yesFindLeverageFirst")
                        : Words.of("mapDocument.no2")),
            Words.of("mapDocument.forEveryStakeholderSomeLeverageIs"));
  }

  private static Section records(StakeholderMap map, Days days, Signatures signatures) {
    return Section.headed(Words.of("mapDocument.whatEachStakeholderSaid"))
        .table(
            Words.of("mapDocument.interviews"),
            List.of(
                Words.of("mapDocument.stakeholder"),
                RedLine.Demand.REQUIRE.word(),
                RedLine.Demand.FORBID.word(),
                Words.of("mapDocument.leveragePoints"),
                Words.of("mapDocument.notes"),
                Words.of("mapDocument.recorded")),
            map.places(),
            place -> said(place, days, signatures),
            Words.of("mapDocument.nobody"));
  }

  private static List<String> said(Place place, Days days, Signatures signatures) {
    Interview interview = place.interview();
    return row(
        place.stakeholder().name(),
        redLines(interview, RedLine.Demand.REQUIRE),
        redLines(interview, RedLine.Demand.FORBID),
        text(interview.leveragePoints()),
        interview.notes() == null ? Words.of("mapDocument.none") : interview.notes(),
        Words.of("mapDocument.by")
            .formatted(days.of(interview.recordedAt()), signatures.of(interview.recordedBy())));
  }

  private static String redLines(Interview interview, RedLine.Demand demand) {
    return text(
        interview.redLines().stream()
            .filter(line -> line.demand() == demand)
            .map(RedLine::line)
            .toList());
  }

  private static String yesOrNo(boolean yes) {
    return yes ? Words.of("mapDocument.yes") : Words.of("mapDocument.no2");
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? Words.of("mapDocument.none") : String.join("; ", lines);
  }
}
