package app.chancery.prerequisites;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.ReadinessSection;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Tiering;
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

  private final Tiering tiering;
  private final ReadinessSection readiness;
  private final Regions regions;
  private final Days days;
  private final Signatures signatures;

  ReadinessBaseline(
      Tiering tiering,
      ReadinessSection readiness,
      Regions regions,
      Days days,
      Signatures signatures) {
    this.tiering = tiering;
    this.readiness = readiness;
    this.regions = regions;
    this.days = days;
    this.signatures = signatures;
  }

  /**
   * @throws app.chancery.platform.decisions.NoRuleMatched if a policy table has no answer for the
   *     dossier
   */
  Document document(
      Dossier dossier, List<Finding> findings, List<IntelligenceBrief> briefs, List<String> gaps) {
    Assessment assessment = tiering.assess(dossier);
    Document document =
        Document.titled("Readiness baseline: " + dossier.name(), summary(dossier, findings))
            .with(candidate(dossier))
            .with(indicators(dossier, assessment))
            .with(readiness(dossier, assessment));
    for (Finding finding : findings) {
      document = document.with(section(finding, briefs, gaps));
    }
    return document;
  }

  private static String summary(Dossier dossier, List<Finding> findings) {
    long satisfied = findings.stream().filter(Finding::satisfied).count();
    return "%s of %s prerequisites are satisfied for %s; %s of %s indicators are known."
        .formatted(
            satisfied,
            Part.values().length,
            dossier.name(),
            dossier.indicators().size(),
            IndicatorName.values().length);
  }

  private Section candidate(Dossier dossier) {
    return Section.headed("Candidate")
        .fact("Country", "%s (%s)".formatted(dossier.name(), dossier.candidate()))
        .fact(
            "European State",
            dossier.european()
                ? "yes, so it may be invited to accede (Article 10)"
                : "no, so it cannot be invited to accede (Article 10)")
        .fact("Region", regions.regions().get(dossier.region()))
        .fact("Assessed on", dossier.assessedOn())
        .fact("Propaganda exposure", dossier.propagandaExposure().word())
        .fact("Source of the exposure", dossier.propagandaExposureSource());
  }

  private Section readiness(Dossier dossier, Assessment assessment) {
    return readiness.show(
        Section.headed("Readiness")
            .saying(
                "Scores from 0 to 100, by the policy tables. An indicator that is missing or stale contributes nothing. The tier is assigned when the package is designed."),
        dossier.region(),
        assessment.scores());
  }

  private static Section indicators(Dossier dossier, Assessment assessment) {
    return Section.headed("Indicators")
        .table(
            "Indicators of the dossier",
            List.of("Indicator", "Value", "Unit", "As of", "Age", "Source"),
            List.of(IndicatorName.values()),
            name -> indicator(name, dossier, assessment),
            "No indicator is defined.");
  }

  private static List<String> indicator(
      IndicatorName name, Dossier dossier, Assessment assessment) {
    return dossier
        .indicator(name)
        .map(indicator -> known(indicator, assessment))
        .orElseGet(() -> row(name.label(), "not known", name.unit(), "-", "-", "no source found"));
  }

  private static List<String> known(Indicator indicator, Assessment assessment) {
    return row(
        indicator.name().label(),
        indicator.said(),
        indicator.name().unit(),
        indicator.asOf(),
        "%s, %s"
            .formatted(
                assessment.stale().contains(indicator.name()) ? "stale" : "fresh",
                age(ChronoUnit.MONTHS.between(indicator.asOf(), assessment.assessedOn()))),
        indicator.source());
  }

  private static String age(long months) {
    return months == 0 ? "less than a month" : months == 1 ? "1 month" : months + " months";
  }

  private Section section(Finding finding, List<IntelligenceBrief> briefs, List<String> gaps) {
    Section section =
        Section.headed(finding.part().title())
            .fact("Verdict", finding.verdict())
            .fact("Because", finding.why())
            .fact(
                "Found",
                "%s by %s%s"
                    .formatted(
                        days.of(finding.foundAt()),
                        signatures.of(finding.foundBy()),
                        finding.attempt() == 1 ? "" : ", attempt " + finding.attempt()));
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
            "Intelligence briefs",
            List.of("Date", "Source", "Confidence", "Finding"),
            briefs,
            brief ->
                row(brief.datedOn(), brief.source(), brief.confidence().word(), brief.finding()),
            "No brief is on file.");
    for (String gap : gaps) {
      with = with.fact("Intelligence gap reported", gap);
    }
    return with;
  }
}
