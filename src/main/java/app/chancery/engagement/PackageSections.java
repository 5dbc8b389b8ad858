package app.chancery.engagement;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a package as documents show them, the same in each. */
public final class PackageSections {

  private static final String NONE = "none";

  private PackageSections() {}

  /** What the candidate is offered. */
  public static Section offer(Section section, EngagementPackage offered) {
    return section
        .list("Security assurances", offered.securityAssurances(), NONE)
        .list("Economic cooperation", offered.economicCooperation(), NONE)
        .list("Joint training", offered.jointTraining(), NONE);
  }

  /** Cost, reach and time of each instrument. */
  public static Section instruments(Section section, EngagementPackage offered) {
    return section.table(
        "Instruments",
        List.of("Instrument", "Cost", "Reach", "Months", "From", "To"),
        offered.instruments(),
        planned ->
            row(
                planned.instrument().title(),
                planned.cost(),
                planned.reach(),
                planned.months(),
                planned.from(),
                planned.to()),
        NONE);
  }

  public static Section milestones(Section section, EngagementPackage offered) {
    return section.table(
        "Milestones",
        List.of("Milestone", "Measure", "Target", "Due"),
        offered.milestones(),
        milestone ->
            row(milestone.name(), milestone.measure(), milestone.target(), milestone.dueOn()),
        NONE);
  }

  /** When the instruments run and the milestones are due. */
  public static Picture timeline(EngagementPackage offered) {
    return new Picture.Timeline(
        "Instruments and milestones in time",
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
