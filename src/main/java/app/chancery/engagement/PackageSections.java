package app.chancery.engagement;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import app.chancery.platform.words.Words;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a package as documents show them, the same in each. */
public final class PackageSections {

  private PackageSections() {}

  /** What the candidate is offered. */
  public static Section offer(Section section, EngagementPackage offered) {
    return section
        .list(
            Words.of("packageSections.securityAssurances"),
            offered.securityAssurances(),
            Words.of("packageSections.none"))
        .list(
            Words.of("packageSections.economicCooperation"),
            offered.economicCooperation(),
            Words.of("packageSections.none"))
        .list(
            Words.of("packageSections.jointTraining"),
            offered.jointTraining(),
            Words.of("packageSections.none"));
  }

  /** Cost, reach and time of each instrument. */
  public static Section instruments(Section section, EngagementPackage offered) {
    return section.table(
        Words.of("packageSections.instruments"),
        List.of(
            Words.of("packageSections.instrument"),
            Words.of("packageSections.cost"),
            Words.of("packageSections.reach"),
            Words.of("packageSections.months"),
            Words.of("packageSections.from"),
            Words.of("packageSections.to")),
        offered.instruments(),
        planned ->
            row(
                planned.instrument().title(),
                planned.cost(),
                planned.reach(),
                planned.months(),
                planned.from(),
                planned.to()),
        Words.of("packageSections.none"));
  }

  public static Section milestones(Section section, EngagementPackage offered) {
    return section.table(
        Words.of("packageSections.milestones"),
        List.of(
            Words.of("packageSections.milestone"),
            Words.of("packageSections.measure"),
            Words.of("packageSections.target"),
            Words.of("packageSections.due")),
        offered.milestones(),
        milestone ->
            row(
                milestone.name(),
                milestone.measureInWords(),
                milestone.target(),
                milestone.dueOn()),
        Words.of("packageSections.none"));
  }

  /** When the instruments run and the milestones are due. */
  public static Picture timeline(EngagementPackage offered) {
    return new Picture.Timeline(
        Words.of("packageSections.instrumentsAndMilestonesInTime"),
        null,
        Stream.concat(
                offered.instruments().stream()
                    .map(
                        planned ->
                            Lane.spanning(
                                planned.instrument().title(), planned.from(), planned.to())),
                offered.milestones().stream()
                    .map(milestone -> Lane.at(milestone.name(), milestone.dueOn(), false)))
            .toList());
  }
}
