package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersion;
import app.chancery.platform.decisions.TableVersion.Origin;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossiers;
import java.util.Comparator;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * The states of the policy. A programme is judged by the one that was in use when it was opened,
 * and from each of its reviews on by the one that is in use then.
 */
@Service
public class Policies {

  private final TableReleases releases;
  private final IndicatorSteps steps;
  private final Dossiers dossiers;
  private final Days days;

  Policies(TableReleases releases, IndicatorSteps steps, Dossiers dossiers, Days days) {
    this.releases = releases;
    this.steps = steps;
    this.dossiers = dossiers;
    this.days = days;
  }

  /** What a programme takes over that is opened, or whose review begins, now. */
  public TableVersions inUse() {
    return releases.inUse(PolicyTable.keptIds());
  }

  /** The policy in such versions of its tables, mended ({@link TableReleases#mended}). */
  public Policy in(TableVersions versions) {
    TableVersions meant = meant(versions);
    return of(releases.at(meant), meant, () -> words(meant));
  }

  /** The policy as such tables have it. */
  public Policy of(DecisionTables tables) {
    return of(tables, TableVersions.IN_USE, () -> Words.of("policy.tried"));
  }

  /** The same, to judge many dossiers by: nothing is asked twice that has the same answer. */
  public Policy ofMany(DecisionTables tables) {
    return of(new AskedOnce(tables));
  }

  private Policy of(DecisionTables tables, TableVersions versions, Supplier<String> words) {
    PackageTemplates templates = new PackageTemplates(tables);
    Tiering tiering = new Tiering(tables, templates);
    return new Policy(
        tiering,
        new Moves(tiering, steps),
        new Thresholds(tables, dossiers),
        templates,
        tables,
        versions,
        words);
  }

  /**
   * Which policy it is, by the day on which people last put one of its tables to use: "the policy
   * of 3 Mar 2026". What comes with the program has no day: it would be the one on which a machine
   * was set up.
   */
  public String inWords(TableVersions versions) {
    return words(meant(versions));
  }

  /** Whether tables that say something else are in use meanwhile. */
  public boolean isReplaced(TableVersions versions) {
    TableVersions inUse = inUse();
    TableVersions meant = meant(versions);
    return inUse.others(meant).stream()
        .anyMatch(table -> !sha256(table, inUse).equals(sha256(table, meant)));
  }

  private String sha256(String table, TableVersions versions) {
    return releases
        .version(table, versions.versions().get(table))
        .map(TableVersion::sha256)
        .orElseThrow();
  }

  private TableVersions meant(TableVersions versions) {
    return versions.versions().isEmpty() ? inUse() : releases.mended(versions);
  }

  private String words(TableVersions versions) {
    return versions.versions().entrySet().stream()
        .flatMap(each -> releases.version(each.getKey(), each.getValue()).stream())
        .filter(each -> each.origin() != Origin.DELIVERED)
        .map(TableVersion::since)
        .max(Comparator.naturalOrder())
        .map(newest -> Words.of("policy.of").formatted(days.words(newest)))
        .orElseGet(() -> Words.of("policy.delivered"));
  }
}
