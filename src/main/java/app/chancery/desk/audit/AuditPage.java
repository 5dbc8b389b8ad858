package app.chancery.desk.audit;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.AuditTrail;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
  private final Programmes programmes;
  private final AuditRows rows;
  private final Days days;

  AuditPage(AuditTrail trail, Programmes programmes, AuditRows rows, Days days) {
    this.trail = trail;
    this.programmes = programmes;
    this.rows = rows;
    this.days = days;
  }

  /**
   * @param from the first day, in any way in which days are read
   * @param until the last day
   * @param kind the code or word of an {@link Act}
   * @param person an account, or a part of what somebody is called
   * @param programme as {@link Programmes#meant} takes it
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
    AuditTrail.Wanted wanted = wanted(from, until, kind, person, programme);
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
    model.addAttribute("kind", kind(kind).orElse(null));
    model.addAttribute(
        "narrowed", Stream.of(from, until, kind, person, programme).anyMatch(p -> !p.isBlank()));
    model.addAttribute("newest", part.newer() ? address(null, 0) : null);
    model.addAttribute("newer", part.newer() ? address(AFTER, shown.get(0).number()) : null);
    model.addAttribute(
        "older", part.older() ? address(BEFORE, shown.get(shown.size() - 1).number()) : null);
    return "audit";
  }

  private AuditTrail.Wanted wanted(
      String from, String until, String kind, String person, String programme) {
    Faults faults = new Faults();
    Optional<LocalDate> first = day("from", from, faults);
    Optional<LocalDate> last = day("until", until, faults);
    faults.check(kind.isBlank() || kind(kind).isPresent(), "kind", Coded.oneOf(Act.class));
    faults.refuseIfAny();
    return new AuditTrail.Wanted(
        first.map(days::begin).orElse(null),
        last.map(day -> days.begin(day.plusDays(1))).orElse(null),
        kind(kind).orElse(null),
        programme.isBlank() ? null : key(programme),
        person.isBlank() ? null : accounts(person.strip().toLowerCase(Locale.ROOT)));
  }

  private String key(String programme) {
    Programme meant = programmes.meant(programme, "programme");
    return meant.key();
  }

  private static Optional<LocalDate> day(String field, String text, Faults faults) {
    return text.isBlank() ? Optional.empty() : Dates.read(text).orFault(field, faults);
  }

  private static Optional<Act> kind(String text) {
    return text.isBlank() ? Optional.empty() : Coded.find(Act.class, text);
  }

  private Collection<String> accounts(String person) {
    return trail.actors().stream()
        .filter(
            actor ->
                Stream.of(actor.account().split("[/~]")).anyMatch(person::equalsIgnoreCase)
                    || actor.name().toLowerCase(Locale.ROOT).contains(person))
        .map(AuditTrail.Actor::account)
        .toList();
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
