package app.chancery.prerequisites;

import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.records.dossier.Dossiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The partnership mechanisms in which a candidate takes part. */
@Service
public class Mechanisms {

  private final MechanismRegister register;
  private final Author author;
  private final Signatures signatures;
  private final Dossiers dossiers;
  private final Frameworks frameworks;
  private final Prerequisites prerequisites;

  Mechanisms(
      MechanismRegister register,
      Author author,
      Signatures signatures,
      Dossiers dossiers,
      Frameworks frameworks,
      Prerequisites prerequisites) {
    this.register = register;
    this.author = author;
    this.signatures = signatures;
    this.dossiers = dossiers;
    this.frameworks = frameworks;
    this.prerequisites = prerequisites;
  }

  /**
   * Looks up in which partnership frameworks the candidate takes part, and keeps what was found.
   */
  public void lookUp(String programme) {
    int attempt = prerequisites.attempt(programme, Area.MECHANISMS_AND_COMMAND);
    frameworks
        .of(dossiers.of(programme).candidate())
        .forEach(found -> register.add(programme, attempt, found));
  }

  /** What the newest look-up found, in the order of the table of frameworks. */
  public List<PartnershipFramework> found(String programme) {
    return register.of(programme, prerequisites.attempt(programme, Area.MECHANISMS_AND_COMMAND));
  }

  /**
   * Records the mechanisms as planners confirm or adjust them, each with where it is known from.
   *
   * @param field the form field that faults are reported for
   * @param lines {@code framework | status | since}, one each; since may be left out
   */
  public void confirm(
      String programme, String field, List<String> lines, Verdict verdict, String why) {
    Map<String, String> sources =
        found(programme).stream()
            .collect(
                Collectors.toMap(
                    PartnershipFramework::line, PartnershipFramework::source, (one, two) -> one));
    String recorded = Words.of("mechanisms.asRecordedBy").formatted(signatures.of(author.name()));
    Faults faults = new Faults();
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = CellLine.cells(lines.get(i));
      faults.check(
          cells.size() > 1 && cells.stream().limit(2).noneMatch(String::isBlank),
          field,
          Words.of("mechanisms.lineMustReadFrameworkStatusSince").formatted(i + 1));
      details.add(
          new Detail(
              cells.get(0),
              "%s (%s)"
                  .formatted(
                      cells.stream()
                          .skip(1)
                          .filter(each -> !each.isBlank())
                          .collect(Collectors.joining(", ")),
                      sources.getOrDefault(lines.get(i), recorded))));
    }
    faults.refuseIfAny();
    prerequisites.find(programme, Part.PARTNERSHIP_MECHANISMS, verdict, why, details);
  }
}
