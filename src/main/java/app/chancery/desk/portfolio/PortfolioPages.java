package app.chancery.desk.portfolio;

import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The portfolio: all programmes, and who is awaited for what in each. */
@Controller
class PortfolioPages {

  private static final int PAGE_SIZE = 25;

  private final Portfolio portfolio;
  private final OpenWork work;

  PortfolioPages(Portfolio portfolio, OpenWork work) {
    this.portfolio = portfolio;
    this.work = work;
  }

  @GetMapping("/programmes")
  String programmes(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String step,
      @RequestParam(required = false) String tier,
      @RequestParam(required = false) String text,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    PageNumber.refuseNegative("page", page);
    Portfolio.Page found =
        portfolio.awaitedFirst(Filter.of(status, step, tier, text), page, PAGE_SIZE);
    model.addAttribute("page", found);
    model.addAttribute(
        "work", work.ofEach(found.programmes().stream().map(Programme::key).toList()));
    model.addAttribute("statuses", Programme.Status.values());
    model.addAttribute("steps", Step.values());
    model.addAttribute("tiers", Tier.values());
    model.addAttribute("files", TableAddresses.at("/api/v1/programmes"));
    model.addAttribute("earlier", address(found.page() - 1));
    model.addAttribute("later", address(found.page() + 1));
    return "programmes";
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
