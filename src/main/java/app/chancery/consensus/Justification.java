package app.chancery.consensus;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How a package safeguards collective defence without overextending the alliance's resources, told
 * from recorded data alone: the package itself and what the council has endorsed for others.
 */
@Component
class Justification {

  private final Programmes programmes;
  private final Packages packages;

  Justification(Programmes programmes, Packages packages) {
    this.programmes = programmes;
    this.packages = packages;
  }

  String of(EngagementPackage offer) {
    Programme programme = programmes.get(offer.programme());
    return String.join(
        "\n\n",
        offer.justification(),
        defence(programme, offer),
        resources(offer),
        others(programme));
  }

  private static String defence(Programme programme, EngagementPackage offer) {
    String guarantee =
        offer.tier() == Tier.FULL_CANDIDATE
            ? Words.of("justification.theCollectiveDefenceGuaranteeBeginsWith")
            : Words.of("justification.itExtendsNoCollectiveDefenceGuarantee");
    return Words.of("justification.collectiveDefenceWouldBeTreatedAs")
        .formatted(
            programme.name(),
            offer.tier().word(),
            offer.tierReason(),
            counted(
                offer.securityAssurances().size(), "package.assurances.one", "package.assurances"),
            counted(offer.jointTraining().size(), "package.trainings.one", "package.trainings"),
            guarantee);
  }

  private static String counted(int count, String one, String many) {
    return Words.of(count == 1 ? one : many).formatted(count);
  }

  private static String resources(EngagementPackage offer) {
    String instruments =
        offer.instruments().stream()
            .map(
                planned ->
                    Words.of("justification.costTo")
                        .formatted(
                            planned.instrument().title(),
                            planned.cost(),
                            planned.reach(),
                            Dates.words(planned.from()),
                            Dates.words(planned.to())))
            .collect(Collectors.joining("; "));
    return Words.of("justification.resources")
        .formatted(
            (instruments.isEmpty()
                ? Words.of("justification.noInstrumentIsPlanned")
                : instruments));
  }

  private String others(Programme own) {
    Packages.Commitments others = packages.commitmentsBeside(own.key());
    if (others.packages() == 0) {
      return Words.of("justification.otherCommitmentsNoOtherOpenProgramme");
    }
    return Words.of(others.packages() == 1 ? "package.others.one" : "package.others")
        .formatted(
            others.packages(),
            others.instrumentsByCost().isEmpty()
                ? ""
                : Words.of("justification.withInstrumentsByCost")
                    .formatted(
                        others.instrumentsByCost().entrySet().stream()
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining(", "))));
  }
}
