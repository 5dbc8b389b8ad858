package app.chancery.desk.audit;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.AuditTrail;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What is in the audit, the newest first, and how its chain ends. */
@Controller
class AuditPage {

  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private static final int PAGE_SIZE = 50;

  private final AuditTrail trail;
  private final AuditSearch search;
  private final AuditRows rows;

  AuditPage(AuditTrail trail, AuditSearch search, AuditRows rows) {
    this.trail = trail;
    this.search = search;
    this.rows = rows;
  }

  /**
   * What is looked for as {@link AuditSearch#wanted} takes it.
   *
   * @param before only records of lower numbers
   * @param after only records of higher numbers, the next ones
   */
  @GetMapping("/audit")
  String audit(
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String programme,
      @RequestParam(required = false) Long before,
      @RequestParam(required = false) Long after,
      Model model) {
    AuditTrail.State state = trail.state();
    AuditTrail.Wanted wanted = search.wanted(from, until, kind, person, programme);
    AuditTrail.Part part =
        before != null
            ? trail.before(wanted, before, PAGE_SIZE)
            : after != null
                ? trail.after(wanted, after, PAGE_SIZE)
                : trail.newest(wanted, PAGE_SIZE);
    List<AuditRow> shown = rows.of(part.records());
    model.addAttribute("state", state);
    model.addAttribute("rows", shown);
    model.addAttribute("kinds", Act.values());
    model.addAttribute("kind", wanted.act());
    model.addAttribute(
        "narrowed", Stream.of(from, until, kind, person, programme).anyMatch(p -> !p.isBlank()));
    model.addAttribute("found", foundAsFile());
    model.addAttribute("newest", part.newer() ? address(null, 0) : null);
    model.addAttribute("newer", part.newer() ? address(AFTER, shown.get(0).number()) : null);
    model.addAttribute(
        "older", part.older() ? address(BEFORE, shown.get(shown.size() - 1).number()) : null);
    return "audit";
  }

  /** All that is looked for, not only the part that is shown. */
  private static String foundAsFile() {
    return "/api/v1/audit?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam(BEFORE)
            .replaceQueryParam(AFTER)
            .replaceQueryParam("format", "csv")
            .build()
            .getQuery();
  }

  /** Relative: the browser knows which host it asked. */
  private static String address(String where, long number) {
    ServletUriComponentsBuilder address = ServletUriComponentsBuilder.fromCurrentRequest();
    address.replaceQueryParam(BEFORE).replaceQueryParam(AFTER);
    if (where != null) {
      address.replaceQueryParam(where, number);
    }
    String query = address.build().getQuery();
    return query == null ? "/audit" : "?" + query;
  }
}
