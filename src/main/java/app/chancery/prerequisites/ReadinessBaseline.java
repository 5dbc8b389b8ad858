package app.chancery.prerequisites;

import app.chancery.deliverables.Document;
import app.chancery.deliverables.Document.Section;
import app.chancery.dossier.Dossier;
import app.chancery.dossier.Indicator;
import app.chancery.dossier.IndicatorName;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the readiness baseline: what is known of a candidate before anybody is approached. */
@Component
class ReadinessBaseline {

  Document document(
      Dossier dossier, List<Finding> findings, List<IntelligenceBrief> briefs, List<String> gaps) {
    Document document =
        Document.titled("Readiness baseline: " + dossier.name(), summary(dossier, findings))
            .with(candidate(dossier))
            .with(indicators(dossier));
    for (Finding finding : findings) {
      document = document.with(section(finding, briefs, gaps));
    }
    return document;
  }

  private static String summary(Dossier dossier, List<Finding> findings) {
    long satisfied = findings.stream().filter(Finding::satisfied).count();
    return "%d of %d prerequisites are satisfied for %s; %d of %d indicators are known."
        .formatted(
            satisfied,
            Part.values().length,
            dossier.name(),
            dossier.indicators().size(),
            IndicatorName.values().length);
  }

  private static Section candidate(Dossier dossier) {
    return Section.headed("Candidate")
        .fact("Country", "%s (%s)".formatted(dossier.name(), dossier.candidate()))
        .fact("European State (Article 10)", dossier.european() ? "yes" : "no")
        .fact("Region", dossier.region())
        .fact("Assessed on", dossier.assessedOn())
        .fact("Propaganda exposure", dossier.propagandaExposure().word())
        .fact("Source of the exposure", dossier.propagandaExposureSource());
  }

  private static Section indicators(Dossier dossier) {
    return Section.headed("Indicators")
        .table(
            "Indicators of the dossier",
            List.of("Indicator", "Value", "Unit", "As of", "Age", "Source"),
            Arrays.stream(IndicatorName.values()).map(name -> row(name, dossier)).toList(),
            "No indicator is defined.");
  }

  private static List<String> row(IndicatorName name, Dossier dossier) {
    return dossier
        .indicator(name)
        .map(indicator -> known(indicator, dossier.assessedOn()))
        .orElseGet(
            () -> List.of(name.label(), "not known", name.unit(), "-", "-", "no source found"));
  }

  private static List<String> known(Indicator indicator, LocalDate assessedOn) {
    return List.of(
        indicator.name().label(),
        indicator.value(),
        indicator.name().unit(),
        indicator.asOf().toString(),
        ChronoUnit.MONTHS.between(indicator.asOf(), assessedOn) + " months",
        indicator.source());
  }

  private static Section section(
      Finding finding, List<IntelligenceBrief> briefs, List<String> gaps) {
    Section section =
        Section.headed(finding.part().title())
            .fact("Verdict", finding.verdict())
            .fact("Because", finding.why())
            .fact(
                "Found",
                "%s by %s, attempt %d"
                    .formatted(
                        finding.foundAt().toLocalDate(), finding.foundBy(), finding.attempt()));
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
            briefs.stream()
                .map(
                    brief ->
                        List.of(
                            brief.datedOn().toString(),
                            brief.source(),
                            brief.confidence().word(),
                            brief.finding()))
                .toList(),
            "No brief is on file.");
    for (String gap : gaps) {
      with = with.fact("Intelligence gap reported", gap);
    }
    return with;
  }
}
