package app.chancery.desk.portfolio;

import app.chancery.platform.security.Groups;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.dossier.RecordedIndicator;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The portfolio, and one programme's story: what Tasklist and Cockpit cannot show. */
@Controller
class PortfolioPages {

  private static final int PAGE_SIZE = 25;

  private final Portfolio portfolio;
  private final Programmes programmes;
  private final ProgrammeViews views;
  private final OpenWork work;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final DossierUpdates dossier;
  private final Clock clock;

  PortfolioPages(
      Portfolio portfolio,
      Programmes programmes,
      ProgrammeViews views,
      OpenWork work,
      DecisionRecords decisions,
      Notices notices,
      DossierUpdates dossier,
      Clock clock) {
    this.portfolio = portfolio;
    this.programmes = programmes;
    this.views = views;
    this.work = work;
    this.decisions = decisions;
    this.notices = notices;
    this.dossier = dossier;
    this.clock = clock;
  }

  @GetMapping("/programmes")
  String programmes(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    model.addAttribute(
        "page", portfolio.find(Filter.of(status, step, tier, text), page, PAGE_SIZE));
    model.addAttribute("statuses", Programme.Status.values());
    model.addAttribute("steps", Step.values());
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("earlier", address(page - 1));
    model.addAttribute("later", address(page + 1));
    return "programmes";
  }

  @GetMapping("/programmes/{key}")
  String programme(@PathVariable String key, Authentication reader, Model model) {
    model.addAttribute("programme", views.of(key));
    model.addAttribute("steps", steps(programmes.get(key)));
    model.addAttribute("work", work.of(key));
    model.addAttribute("figures", FigureOnPage.all(dossier.of(key)));
    model.addAttribute("decisions", decisions.of(key));
    model.addAttribute("notices", notices.shownTo(Groups.of(reader), key));
    return "programme";
  }

  private List<StepOnPage> steps(Programme programme) {
    List<StepEntry> entries = programmes.steps(programme.key());
    OffsetDateTime now = OffsetDateTime.now(clock);
    return Arrays.stream(Step.values())
        .map(
            step ->
                StepOnPage.of(
                    step,
                    entries.stream().filter(entry -> entry.step() == step).toList(),
                    programme.isOpen(),
                    now))
        .toList();
  }

  /** Relative: the browser knows which host it asked. */
  private static String address(int page) {
    return "?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page", page)
            .build()
            .getQuery();
  }

  /**
   * @param state {@code done}, {@code now} or empty
   * @param days how long the programme was in it; null if it never was
   */
  record StepOnPage(String title, String state, Long days) {

    static StepOnPage of(Step step, List<StepEntry> stays, boolean open, OffsetDateTime now) {
      if (stays.isEmpty()) {
        return new StepOnPage(step.title(), "", null);
      }
      boolean over = !open || stays.stream().allMatch(StepEntry::isOver);
      long days =
          stays.stream()
              .map(stay -> stay.length(now))
              .reduce(Duration.ZERO, Duration::plus)
              .toDays();
      return new StepOnPage(step.title(), over ? "done" : "now", days);
    }
  }

  /**
   * An indicator with its series.
   *
   * @param values the newest first
   */
  record FigureOnPage(String label, String unit, List<RecordedIndicator> values) {

    static List<FigureOnPage> all(List<RecordedIndicator> series) {
      return series.stream()
          .sorted(
              Comparator.comparing(RecordedIndicator::asOf)
                  .thenComparing(RecordedIndicator::id)
                  .reversed())
          .collect(
              Collectors.groupingBy(RecordedIndicator::name, TreeMap::new, Collectors.toList()))
          .entrySet()
          .stream()
          .map(
              each ->
                  new FigureOnPage(each.getKey().label(), each.getKey().unit(), each.getValue()))
          .toList();
    }
  }
}
