package app.chancery.prerequisites;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.ReadinessSection;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Policies;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.Regions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the readiness baseline: what is known of a candidate before anybody is approached. */
@Component
class ReadinessBaseline {

  private final Policies policies;
  private final ReadinessSection readiness;
  private final Regions regions;
  private final Days days;
  private final Signatures signatures;

  ReadinessBaseline(
      Policies policies,
      ReadinessSection readiness,
      Regions regions,
      Days days,
      Signatures signatures) {
    this.policies = policies;
    this.readiness = readiness;
    this.regions = regions;
    this.days = days;
    this.signatures = signatures;
  }

  /**
   * @param judgedBy the tables that the programme is judged by
   * @throws app.chancery.platform.decisions.NoRuleMatched if a policy table has no answer for the
   *     dossier
   */
  Document document(
      Dossier dossier,
      TableVersions judgedBy,
      List<Finding> findings,
      List<IntelligenceBrief> briefs,
      List<String> gaps) {
    Assessment assessment = policies.in(judgedBy).tiering().assess(dossier);
    Document document =
        Document.titled(
                Words.of("readinessBaseline.readinessBaseline").formatted(dossier.name()),
                summary(dossier, findings))
            .with(candidate(dossier))
            .with(indicators(dossier, assessment))
            .with(readiness(dossier, assessment, judgedBy));
    for (Finding finding : findings) {
      document = document.with(section(finding, briefs, gaps));
    }
    return document;
  }

  private static String summary(Dossier dossier, List<Finding> findings) {
    long satisfied = findings.stream().filter(Finding::satisfied).count();
    return Words.of("readinessBaseline.ofPrerequisitesAreSatisfiedForOf")
        .formatted(
            satisfied,
            Part.values().length,
            dossier.name(),
            dossier.indicators().size(),
            IndicatorName.values().length);
  }

  private Section candidate(Dossier dossier) {
    return Section.headed(Words.of("readinessBaseline.candidate"))
        .fact(
            Words.of("readinessBaseline.country"),
            "%s (%s)".formatted(dossier.name(), dossier.candidate()))
        .fact(
            Words.of("readinessBaseline.europeanState"),
            dossier.european()
                ? Words.of("readinessBaseline.yesSoItMayBeInvited")
                : Words.of("readinessBaseline.noSoItCannotBeInvited"))
        .fact(Words.of("readinessBaseline.region"), regions.regions().get(dossier.region()))
        .fact(Words.of("readinessBaseline.assessedOn"), dossier.assessedOn())
        .fact(Words.of("readinessBaseline.propagandaExposure"), dossier.propagandaExposure().word())
        .fact(
            Words.of("readinessBaseline.sourceOfTheExposure"), dossier.propagandaExposureSource());
  }

  private Section readiness(Dossier dossier, Assessment assessment, TableVersions judgedBy) {
    return readiness.show(
        Section.headed(Words.of("readinessBaseline.readiness"))
            .saying(Words.of("readinessBaseline.scoresFromToByThePolicy")),
        dossier.region(),
        assessment.scores(),
        judgedBy);
  }

  private static Section indicators(Dossier dossier, Assessment assessment) {
    return Section.headed(Words.of("readinessBaseline.indicators"))
        .table(
            Words.of("readinessBaseline.indicatorsOfTheDossier"),
            List.of(
                Words.of("readinessBaseline.indicator"),
                Words.of("readinessBaseline.value"),
                Words.of("readinessBaseline.unit"),
                Words.of("readinessBaseline.asOf"),
                Words.of("readinessBaseline.age"),
                Words.of("readinessBaseline.source")),
            List.of(IndicatorName.values()),
            name -> indicator(name, dossier, assessment),
            Words.of("readinessBaseline.noIndicatorIsDefined"));
  }

  private static List<String> indicator(
      IndicatorName name, Dossier dossier, Assessment assessment) {
    return dossier
        .indicator(name)
        .map(indicator -> known(indicator, assessment))
        .orElseGet(
            () ->
                row(
                    name.label(),
                    Words.of("readinessBaseline.notKnown"),
                    name.unit(),
                    "-",
                    "-",
                    Words.of("readinessBaseline.noSourceFound")));
  }

  private static List<String> known(Indicator indicator, Assessment assessment) {
    return row(
        indicator.name().label(),
        indicator.said(),
        indicator.name().unit(),
        indicator.asOf(),
        "%s, %s"
            .formatted(
                assessment.stale().contains(indicator.name())
                    ? Words.of("readinessBaseline.stale")
                    : Words.of("readinessBaseline.fresh"),
                age(ChronoUnit.MONTHS.between(indicator.asOf(), assessment.assessedOn()))),
        indicator.source());
  }

  private static String age(long months) {
    return months == 0
        ? Words.of("readinessBaseline.lessThanAMonth")
        : Words.counted("readinessBaseline.months", months);
  }

  private Section section(Finding finding, List<IntelligenceBrief> briefs, List<String> gaps) {
    Section section =
        Section.headed(finding.part().title())
            .fact(Words.of("readinessBaseline.verdict"), finding.verdict())
            .fact(Words.of("readinessBaseline.because"), finding.why())
            .fact(
                Words.of("readinessBaseline.found"),
                Words.of("readinessBaseline.by")
                    .formatted(
                        days.of(finding.foundAt()),
                        signatures.of(finding.foundBy()),
                        finding.attempt() == 1
                            ? ""
                            : Words.of("readinessBaseline.attempt").formatted(finding.attempt())));
    for (Finding.Detail detail : finding.details()) {
      section = section.fact(detail.label(), detail.detail());
    }
    return finding.part() == Part.SECURITY_BASELINE
        ? withIntelligence(section, briefs, gaps)
        : section;
  }

  private static Section withIntelligence(
      Section section, List<IntelligenceBrief> briefs, List<String> gaps) {
    Section with =
        section.table(
            Words.of("readinessBaseline.intelligenceBriefs"),
            List.of(
                Words.of("readinessBaseline.date"),
                Words.of("readinessBaseline.source"),
                Words.of("readinessBaseline.confidence"),
                Words.of("readinessBaseline.finding")),
            briefs,
            brief ->
                row(brief.datedOn(), brief.source(), brief.confidence().word(), brief.finding()),
            Words.of("readinessBaseline.noBriefIsOnFile"));
    for (String gap : gaps) {
      with = with.fact(Words.of("readinessBaseline.intelligenceGapReported"), gap);
    }
    return with;
  }
}
