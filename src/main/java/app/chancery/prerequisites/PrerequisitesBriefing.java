package app.chancery.prerequisites;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.Regions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of the prerequisites show. */
@Component
class PrerequisitesBriefing implements TaskBriefing {

  private static final Map<String, Area> AREAS =
      Map.of(
          "userTask_fileIntelligenceBriefs", Area.SECURITY_BASELINE,
          "userTask_assessSecurityBaseline", Area.SECURITY_BASELINE,
          "userTask_confirmMechanisms", Area.MECHANISMS_AND_COMMAND,
          "userTask_inventoryCommandStructures", Area.MECHANISMS_AND_COMMAND,
          "userTask_assessPoliticalBandwidth", Area.POLITICAL_BANDWIDTH);
  private static final String ENDORSEMENT = "userTask_endorseReadiness";

  private final Prerequisites prerequisites;
  private final Intelligence intelligence;
  private final Mechanisms mechanisms;
  private final Dossiers dossiers;
  private final Regions regions;
  private final Deliverables deliverables;
  private final Signatures signatures;

  PrerequisitesBriefing(
      Prerequisites prerequisites,
      Intelligence intelligence,
      Mechanisms mechanisms,
      Dossiers dossiers,
      Regions regions,
      Deliverables deliverables,
      Signatures signatures) {
    this.prerequisites = prerequisites;
    this.intelligence = intelligence;
    this.mechanisms = mechanisms;
    this.dossiers = dossiers;
    this.regions = regions;
    this.deliverables = deliverables;
    this.signatures = signatures;
  }

  @Override
  public Set<String> tasks() {
    Set<String> tasks = new java.util.HashSet<>(AREAS.keySet());
    tasks.add(ENDORSEMENT);
    return tasks;
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    String programme = task.programme();
    Dossier dossier = dossiers.of(programme);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("candidateName", dossier.name());
    facts.put("programmeKey", programme);
    facts.put("regionName", regions.regions().get(dossier.region()));
    facts.put("propagandaExposureWord", dossier.propagandaExposure().word());
    if (AREAS.containsKey(task.key())) {
      facts.put("openedBecause", prerequisites.openedBecause(programme, AREAS.get(task.key())));
    }
    facts.put("briefsOnFile", briefs(programme));
    facts.put("findings", findings(programme));
    facts.put("gapsReported", gaps(programme));
    facts.put("politicalConsensus", known(dossier, IndicatorName.POLITICAL_CONSENSUS_PCT));
    facts.put("publicSupport", known(dossier, IndicatorName.PUBLIC_SUPPORT_PCT));
    facts.put("occStageKnown", known(dossier, IndicatorName.OCC_STAGE));
    mechanisms(facts, programme);
    facts.put("baselinePath", path(programme));
    return facts;
  }

  private void mechanisms(Map<String, Object> facts, String programme) {
    List<PartnershipFramework> found = mechanisms.found(programme);
    facts.put(
        "mechanismsFound",
        found.isEmpty()
            ? Words.of("prerequisitesBriefing.noneFoundTheTableOfPartnership")
            : Words.of("prerequisitesBriefing.foundInTheTableOfPartnership")
                .formatted(found.size()));
    facts.put(
        "mechanisms",
        found.stream().map(PartnershipFramework::line).collect(Collectors.joining("\n")));
    facts.put(
        "mechanismSources",
        found.stream()
            .map(each -> Map.of("framework", each.framework(), "source", each.source()))
            .toList());
  }

  private List<Map<String, String>> briefs(String programme) {
    return intelligence.briefs(programme).stream()
        .map(
            brief ->
                Map.of(
                    "dated", brief.datedOn().toString(),
                    "source", brief.source(),
                    "confidence", brief.confidence().word(),
                    "finding", brief.finding()))
        .toList();
  }

  private List<Map<String, String>> findings(String programme) {
    return prerequisites.findings(programme).stream()
        .map(
            finding ->
                Map.of(
                    "part", finding.part().title(),
                    "verdict", finding.verdict(),
                    "why", finding.why(),
                    "by", signatures.of(finding.foundBy())))
        .toList();
  }

  private String gaps(String programme) {
    List<String> gaps = intelligence.gaps(programme);
    return gaps.isEmpty()
        ? Words.of("prerequisitesBriefing.noneReported")
        : String.join("; ", gaps);
  }

  private static String known(Dossier dossier, IndicatorName name) {
    return dossier
        .indicator(name)
        .map(PrerequisitesBriefing::text)
        .orElse(Words.of("prerequisitesBriefing.notKnown"));
  }

  private static String text(Indicator indicator) {
    return indicator.name() == IndicatorName.OCC_STAGE
        ? "%s (%s)".formatted(indicator.said(), indicator.asOf())
        : "%s %s (%s)".formatted(indicator.said(), indicator.name().unit(), indicator.asOf());
  }

  private String path(String programme) {
    return deliverables
        .latest(programme, DeliverableKind.READINESS_BASELINE)
        .map(Deliverable::id)
        .map(id -> "/programmes/%s/deliverables/%s".formatted(programme, id))
        .orElse("");
  }
}
