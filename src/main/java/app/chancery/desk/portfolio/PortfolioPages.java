package app.chancery.desk.portfolio;

import app.chancery.documents.PictureDrawings;
import app.chancery.oversight.Colour;
import app.chancery.oversight.RatingChange;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The portfolio: how it stands at one look, and all programmes, as a board or as a list. */
@Controller
class PortfolioPages {

  static final String ADDRESS = "/programmes";

  private static final int PAGE_SIZE = 25;

  private final Portfolio portfolio;
  private final Boards boards;
  private final OpenWork work;
  private final Regions regions;
  private final Days days;

  PortfolioPages(Portfolio portfolio, Boards boards, OpenWork work, Regions regions, Days days) {
    this.portfolio = portfolio;
    this.boards = boards;
    this.work = work;
    this.regions = regions;
    this.days = days;
  }

  @GetMapping(ADDRESS)
  String programmes(
      @RequestParam(required = false) String view,
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String region,
      @RequestParam(required = false) String pending,
      @RequestParam(required = false) String dimension,
      @RequestParam(required = false) String colour,
      @RequestParam(required = false) String change,
      @RequestParam(defaultValue = "0") int page,
      Authentication reader,
      Model model) {
    PageNumber.refuseNegative("page", page);
    Shown shown = shown(view);
    boolean rated = seesRatings(reader);
    Filter filter =
        Filter.of(
            status, step, tier, text, region, pending, dimension, colour, change, regions, rated);
    Boards.Look look = boards.look(filter, rated);
    PortfolioState state = look.state();
    model.addAttribute("state", state);
    model.addAttribute("drawn", state.pictures());
    model.addAttribute("pictures", new PictureDrawings());
    if (shown == Shown.BOARD) {
      model.addAttribute("board", boards.board(filter, look, rated));
    } else {
      list(portfolio.page(look.matching(), page, PAGE_SIZE), model);
    }
    model.addAttribute("shown", shown);
    model.addAttribute("filter", filter);
    model.addAttribute("said", said(filter));
    model.addAttribute("asBoard", filter.address(Shown.BOARD));
    model.addAttribute("asList", filter.address(Shown.LIST));
    model.addAttribute("statuses", Life.values());
    model.addAttribute("steps", PortfolioState.steps());
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("regions", regions.regions());
    model.addAttribute("today", days.today());
    model.addAttribute("files", TableAddresses.at("/api/v1/programmes"));
    model.addAttribute("figures", TableAddresses.at(ADDRESS + "/figures"));
    return "programmes";
  }

  private void list(Portfolio.Page found, Model model) {
    model.addAttribute("page", found);
    model.addAttribute(
        "work", work.ofEach(found.programmes().stream().map(Programme::key).toList()));
    model.addAttribute("earlier", address(found.page() - 1));
    model.addAttribute("later", address(found.page() + 1));
  }

  /** What stands above the board, as a file. */
  @GetMapping(
      path = ADDRESS + "/figures",
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table figures(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(required = false) String region,
      @RequestParam(required = false) String pending,
      @RequestParam(required = false) String dimension,
      @RequestParam(required = false) String colour,
      @RequestParam(required = false) String change,
      Authentication reader) {
    boolean rated = seesRatings(reader);
    Filter filter =
        Filter.of(
            status, step, tier, text, region, pending, dimension, colour, change, regions, rated);
    return Table.of(
        "portfolio", PortfolioState.Figure.class, boards.look(filter, rated).state().figures());
  }

  /** How reviews rate a programme, and how full the hands of the alliance are, is for staff. */
  static boolean seesRatings(Authentication reader) {
    return Groups.areStaff(Groups.of(reader));
  }

  private static Shown shown(String view) {
    Faults faults = new Faults();
    Shown shown = Filter.one("view", view, Shown.class, faults);
    faults.refuseIfAny();
    return Optional.ofNullable(shown).orElse(Shown.BOARD);
  }

  /**
   * What is looked for, in words: for paper, and to take back what no field of the form says.
   *
   * @param without the same view without it; null where a field says it
   */
  record Said(String what, String without) {}

  private List<Said> said(Filter filter) {
    List<Said> said = new ArrayList<>();
    add(said, "page.portfolio.text", filter.text());
    add(said, "page.portfolio.status", word(filter.status()));
    add(said, "page.portfolio.step", word(filter.step()));
    add(said, "page.portfolio.tier", word(filter.tier()));
    add(said, "page.portfolio.region", regions.regions().get(filter.region()));
    if (filter.pending() != null) {
      said.add(new Said(filter.pending().word(), filter.awaiting(null).address(Shown.LIST)));
    }
    if (filter.isRated()) {
      said.add(new Said(rating(filter), filter.rated(null, null, null).address(Shown.LIST)));
    }
    return said;
  }

  private static void add(List<Said> said, String field, String value) {
    if (value != null) {
      said.add(new Said(said(field, value), null));
    }
  }

  /**
   * @param field the key of what the field is called
   */
  static String said(String field, String value) {
    return Words.of("page.portfolio.said").formatted(Words.of(field), value);
  }

  private static String word(Coded coded) {
    return coded == null ? null : coded.word();
  }

  private static String rating(Filter filter) {
    StatusDimension dimension = filter.dimension();
    Colour colour = filter.colour();
    RatingChange change = filter.change();
    List<String> parts = new ArrayList<>();
    if (colour != null) {
      parts.add(colour.word());
    }
    if (change != null) {
      parts.add(change.sinceLast());
    }
    return Words.of("page.portfolio.said")
        .formatted(
            dimension == null ? Words.of("page.portfolio.anyDimension") : dimension.word(),
            parts.isEmpty() ? Words.of("page.portfolio.rated") : String.join(", ", parts));
  }

  /** Relative: the browser knows which host it asked. */
  static String address(int page) {
    return "?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("page", page)
            .build()
            .getQuery();
  }
}
