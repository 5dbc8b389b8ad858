package app.chancery.desk.inbox;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.records.MailChoices;
import app.chancery.records.MailWay;
import app.chancery.records.NoticeKind;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Of what the reader is told by mail, and how. */
@Controller
class ChoicesPage {

  private static final String ADDRESS = "/inbox/choices";

  private final MailChoices choices;

  ChoicesPage(MailChoices choices) {
    this.choices = choices;
  }

  @GetMapping(ADDRESS)
  String choices(@RequestParam(required = false) String saved, Principal reader, Model model) {
    Map<NoticeKind, MailWay> chosen = choices.of(reader.getName());
    model.addAttribute("saved", saved != null);
    model.addAttribute(
        "choices",
        Arrays.stream(NoticeKind.values())
            .map(kind -> new Choice(kind, chosen.get(kind), choices.offered(kind)))
            .toList());
    return "inbox-choices";
  }

  @PostMapping(ADDRESS)
  RedirectView choose(@RequestParam Map<String, String> fields, Principal reader) {
    Map<NoticeKind, MailWay> ways = new EnumMap<>(NoticeKind.class);
    Faults faults = new Faults();
    for (NoticeKind kind : NoticeKind.values()) {
      String given = fields.get(kind.code());
      if (given != null) {
        Optional<MailWay> way = Coded.find(MailWay.class, given);
        faults.check(
            way.isPresent(),
            kind.code(),
            Words.of("choices.noWay").formatted(String.join(", ", Coded.words(MailWay.class))));
        way.ifPresent(found -> ways.put(kind, found));
      }
    }
    faults.refuseIfAny();
    choices.choose(reader.getName(), ways);
    RedirectView page = new RedirectView(ADDRESS + "?saved");
    page.setHttp10Compatible(false);
    return page;
  }

  /** What is chosen for a kind of notice, and what may be. */
  public record Choice(NoticeKind kind, MailWay way, List<MailWay> offered) {}
}
