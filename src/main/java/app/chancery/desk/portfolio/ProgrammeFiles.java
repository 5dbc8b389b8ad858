package app.chancery.desk.portfolio;

import app.chancery.desk.portfolio.ProgrammeView.RatificationView;
import app.chancery.desk.portfolio.ProgrammeView.ReviewView;
import app.chancery.desk.portfolio.ProgrammeView.RoundView;
import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Days;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.dossier.RecordedIndicator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists on the page of a programme, as files: each has what its reader sees there. */
@RestController
@RequestMapping(
    path = "/programmes/{key}",
    produces = {Table.CSV, Table.XLSX})
class ProgrammeFiles {

  private final Programmes programmes;
  private final ProgrammeViews views;
  private final Milestones milestones;
  private final Activities activities;
  private final DossierUpdates dossier;
  private final DecisionRecords decisions;
  private final Days days;

  ProgrammeFiles(
      Programmes programmes,
      ProgrammeViews views,
      Milestones milestones,
      Activities activities,
      DossierUpdates dossier,
      DecisionRecords decisions,
      Days days) {
    this.programmes = programmes;
    this.views = views;
    this.milestones = milestones;
    this.activities = activities;
    this.dossier = dossier;
    this.decisions = decisions;
    this.days = days;
  }

  /** Where each of the lists of a programme is found, by the last part of its address. */
  static Function<String, TableAddresses> of(String key) {
    return list -> TableAddresses.of("/programmes/%s/%s".formatted(key, list));
  }

  @GetMapping("/milestones")
  Table milestones(@PathVariable String key) {
    LocalDate today = ProgrammePage.asOf(programmes.get(key), days);
    List<RecordedIndicator> figures = dossier.of(key);
    List<Activity> held = activities.of(key);
    return Table.of(
        "milestones",
        MilestoneRow.class,
        milestones.of(key).stream()
            .map(each -> MilestoneRow.of(each, HowFar.of(each, figures, held, today).orElse(null)))
            .toList());
  }

  @GetMapping("/rounds")
  Table rounds(@PathVariable String key) {
    return Table.of("rounds", RoundView.class, views.rounds(programmes.get(key).key()));
  }

  @GetMapping("/ratifications")
  Table ratifications(@PathVariable String key) {
    return Table.of(
        "ratifications", RatificationView.class, views.ratifications(programmes.get(key).key()));
  }

  @GetMapping("/reviews")
  Table reviews(@PathVariable String key) {
    return Table.of("reviews", ReviewView.class, views.reviews(programmes.get(key).key()));
  }

  @GetMapping("/decisions")
  Table decisions(@PathVariable String key, Authentication reader) {
    return Table.of(
        "decisions",
        DecisionRecord.class,
        decisions.shownTo(Groups.of(reader), programmes.get(key).key()));
  }

  /**
   * A milestone with what it is measured at.
   *
   * @param metOn null while it is not met
   * @param measured null where the office has no figure of it
   * @param asOf the day that the figure describes; null where there is none, or things are counted
   */
  private record MilestoneRow(
      String name,
      String measure,
      String target,
      LocalDate dueOn,
      LocalDate metOn,
      BigDecimal measured,
      LocalDate asOf) {

    private static MilestoneRow of(Milestone milestone, HowFar howFar) {
      return new MilestoneRow(
          milestone.name(),
          milestone.measure(),
          milestone.target(),
          milestone.dueOn(),
          milestone.metOn(),
          howFar == null ? null : howFar.measured(),
          howFar == null ? null : howFar.asOf());
    }
  }
}
