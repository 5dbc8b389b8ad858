package app.chancery.platform.mail;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What became of the mails, for the administrators. */
@Controller
class MailsPage {

  private static final int PAGE_SIZE = 50;

  private final Outbox outbox;
  private final ObjectProvider<JavaMailSender> server;

  MailsPage(Outbox outbox, ObjectProvider<JavaMailSender> server) {
    this.outbox = outbox;
    this.server = server;
  }

  @GetMapping("/mails")
  String mails(
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    PageNumber.refuseNegative("page", page);
    Faults faults = new Faults();
    faults.check(
        Coded.find(MailState.class, state).isPresent(),
        "state",
        Words.of("mails.noState").formatted(String.join(", ", Coded.words(MailState.class))));
    faults.refuseIfAny();
    MailState shown = Coded.find(MailState.class, state).orElseThrow();
    Map<MailState, Long> counts = outbox.counts();
    long total = counts.getOrDefault(shown, 0L);
    long pages = PageNumber.pages(total, PAGE_SIZE);
    int at = (int) Math.min(page, pages - 1);
    model.addAttribute("mails", outbox.of(shown, PAGE_SIZE, (long) at * PAGE_SIZE));
    model.addAttribute("states", MailState.values());
    model.addAttribute("shown", shown);
    model.addAttribute("counts", counts);
    model.addAttribute("hasServer", server.getIfAvailable() != null);
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    return "mails";
  }

  @PostMapping("/mails/{id}/try-again")
  RedirectView tryAgain(@PathVariable long id) {
    if (!outbox.tryAgain(id)) {
      throw new Conflict("id", Words.of("mails.notFailed"));
    }
    RedirectView back = new RedirectView("/mails?state=" + MailState.FAILED.code());
    back.setHttp10Compatible(false);
    return back;
  }
}
