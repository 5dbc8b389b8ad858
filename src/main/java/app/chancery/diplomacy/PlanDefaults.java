package app.chancery.diplomacy;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.stakeholders.StakeholderPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The plan that the form of a first draft starts from: what dossier and package already say. */
@Component
class PlanDefaults {

  private final Dossiers dossiers;
  private final Packages packages;
  private final CampaignPolicy policy;
  private final StakeholderPolicy stakeholders;
  private final Days days;

  PlanDefaults(
      Dossiers dossiers,
      Packages packages,
      CampaignPolicy policy,
      StakeholderPolicy stakeholders,
      Days days) {
    this.dossiers = dossiers;
    this.packages = packages;
    this.policy = policy;
    this.stakeholders = stakeholders;
    this.days = days;
  }

  /** The package the campaign speaks for: the endorsed one, else the newest. */
  Optional<EngagementPackage> offer(String programme) {
    return packages.endorsed(programme).or(() -> packages.findCurrent(programme));
  }

  MediaPlan of(String programme) {
    Dossier dossier = dossiers.of(programme);
    String name = dossier.name();
    LocalDate start = days.today().plus(policy.leadTime());
    LocalDate end = start.plus(policy.length());
    return new MediaPlan(
        aim(programme, name),
        List.of(
            new MediaPlan.Objective(
                Words.of("planDefaults.morePeopleInSupportTheProgramme").formatted(name),
                dossier
                    .indicator(IndicatorName.PUBLIC_SUPPORT_PCT)
                    .map(PlanDefaults::baseline)
                    .orElse(Words.of("planDefaults.notMeasuredYet")),
                Words.of("planDefaults.fivePointsMoreBy").formatted(Dates.words(end)),
                Words.of("planDefaults.theSameSurveyRepeated"))),
        List.of(
            new MediaPlan.Audience(
                Words.of("planDefaults.thePublicOf").formatted(name),
                Attitude.OPEN,
                Words.of("planDefaults.hasHeardLittleOfWhatThe"),
                Words.of("planDefaults.knowWhatIsOfferedAndSupport"))),
        Words.of("planDefaults.andTheAllianceMakeEachOther").formatted(name),
        List.of(
            Words.of("planDefaults.whatIsAgreedAndWhatIs"),
            Words.of("planDefaults.decidesForItselfAtEveryStep").formatted(name)),
        benefits(programme),
        List.of(new MediaPlan.Channel(organisation(dossier), ChannelKind.REGIONAL_ORGANISATION)),
        List.of(),
        List.of(
            new MediaPlan.Activity(start, Words.of("planDefaults.pressConferenceAndStartOfThe"))),
        policy.budgetEur(),
        Words.of("planDefaults.headOfPublicAffairs"),
        start,
        end);
  }

  private String aim(String programme, String name) {
    return offer(programme)
        .map(offer -> Words.of("planDefaults.asOfTheAlliance").formatted(name, offer.tier().word()))
        .orElse(Words.of("planDefaults.partnershipOfWithTheAlliance").formatted(name));
  }

  private List<String> benefits(String programme) {
    return offer(programme).stream()
        .flatMap(
            offer ->
                Stream.concat(offer.economicCooperation().stream(), offer.jointTraining().stream()))
        .toList();
  }

  private static String baseline(Indicator support) {
    return Words.of("planDefaults.inFavour")
        .formatted(support.value(), support.source(), Dates.words(support.asOf()));
  }

  private String organisation(Dossier dossier) {
    return stakeholders
        .regionalBlocs()
        .getOrDefault(
            dossier.region(),
            Words.of("planDefaults.aRegionalOrganisationOf").formatted(dossier.name()));
  }
}
