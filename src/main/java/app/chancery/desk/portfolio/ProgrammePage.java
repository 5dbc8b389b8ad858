package app.chancery.desk.portfolio;

import app.chancery.forecast.Forecasts;
import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.Milestones;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Days;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Policies;
import app.chancery.records.Correction;
import app.chancery.records.Corrections;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.RecordedIndicator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One programme: where it is, what is late, what happens next, what the reader may do; then its
 * documents, rounds, milestones and its story.
 */
@Controller
class ProgrammePage {

  private final Programmes programmes;
  private final ProgrammeViews views;
  private final OpenWork work;
  private final Milestones milestones;
  private final Activities activities;
  private final ComingDates coming;
  private final Forecasts forecasts;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final DossierUpdates dossier;
  private final Corrections corrections;
  private final Allies allies;
  private final Days days;
  private final Clock clock;
  private final Policies policies;

  ProgrammePage(
      Programmes programmes,
      ProgrammeViews views,
      OpenWork work,
      Milestones milestones,
      Activities activities,
      ComingDates coming,
      Forecasts forecasts,
      DecisionRecords decisions,
      Notices notices,
      DossierUpdates dossier,
      Corrections corrections,
      Allies allies,
      Days days,
      Clock clock,
      Policies policies) {
    this.programmes = programmes;
    this.views = views;
    this.work = work;
    this.milestones = milestones;
    this.activities = activities;
    this.coming = coming;
    this.forecasts = forecasts;
    this.decisions = decisions;
    this.notices = notices;
    this.dossier = dossier;
    this.corrections = corrections;
    this.allies = allies;
    this.days = days;
    this.clock = clock;
    this.policies = policies;
  }

  /** What has ended stands as it did then. */
  static LocalDate asOf(Programme programme, Days days) {
    return programme.isOpen() ? days.today() : days.of(programme.endedAt());
  }

  @GetMapping("/programmes/{key}")
  String programme(@PathVariable String key, Authentication reader, Model model) {
    Programme programme = programmes.get(key);
    List<String> groups = Groups.of(reader);
    ProgrammeView view = views.of(key);
    List<OpenWork.Work> waiting = programme.isOpen() ? work.of(key) : List.of();
    List<RecordedIndicator> figures = dossier.of(key);
    List<Activity> held = activities.of(key);
    LocalDate today = asOf(programme, days);
    List<MilestoneOnPage> plan =
        MilestoneOnPage.all(
            milestones.of(key),
            days.of(programme.openedAt()),
            today,
            each -> HowFar.of(each, figures, held, today));
    model.addAttribute("programme", view);
    model.addAttribute("title", programme.called());
    model.addAttribute(
        "steps", StepOnPage.all(programme, programmes.steps(key), OffsetDateTime.now(clock)));
    model.addAttribute("work", waiting);
    model.addAttribute("milestones", plan);
    List<OpenWork.Work> lateWork = waiting.stream().filter(OpenWork.Work::overdue).toList();
    List<MilestoneOnPage> lateMilestones =
        programme.isOpen() ? plan.stream().filter(MilestoneOnPage::overdue).toList() : List.of();
    model.addAttribute("lateWork", lateWork);
    model.addAttribute("lateMilestones", lateMilestones);
    model.addAttribute("late", lateWork.size() + lateMilestones.size());
    model.addAttribute(
        "coming", programme.isOpen() ? coming.of(view, milestones.of(key), groups) : List.of());
    model.addAttribute("forecast", ForecastOnPage.of(forecasts.of(key)));
    model.addAttribute("figures", FigureOnPage.all(figures));
    model.addAttribute("decisions", decisions.shownTo(groups, key));
    model.addAttribute("notices", notices.shownTo(groups, key));
    List<Correction> made = corrections.shownTo(groups, key);
    model.addAttribute("corrections", made);
    model.addAttribute(
        "correctedSince",
        view.deliverables().stream()
            .filter(each -> !Corrections.since(each.createdAt(), made).isEmpty())
            .map(ProgrammeView.DeliverableView::id)
            .collect(Collectors.toSet()));
    model.addAttribute("policy", policies.inWords(programme.policy()));
    model.addAttribute(
        "newerPolicy", programme.isOpen() && policies.isReplaced(programme.policy()));
    model.addAttribute("countries", allies.names());
    model.addAttribute("filesOf", ProgrammeFiles.of(key));
    model.addAttribute(
        "files", TableAddresses.of("/api/v1/programmes/%s/deliverables".formatted(key)));
    model.addAttribute(
        "figureFiles", TableAddresses.of("/api/v1/programmes/%s/dossier-updates".formatted(key)));
    return "programme";
  }
}
