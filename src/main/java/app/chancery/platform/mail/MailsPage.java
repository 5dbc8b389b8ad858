package app.chancery.platform.mail;

import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.view.RedirectView;

/** What became of the mails, for the administrators. */
@Controller
class MailsPage {

  private static final String ADDRESS = "/mails";

  private static final int PAGE_SIZE = 50;

  private final Outbox outbox;
  private final ObjectProvider<JavaMailSender> server;

  MailsPage(Outbox outbox, ObjectProvider<JavaMailSender> server) {
    this.outbox = outbox;
    this.server = server;
  }

  @GetMapping(ADDRESS)
  String mails(
      @RequestParam(defaultValue = "waiting") String state,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    PageNumber.refuseNegative("page", page);
    MailState shown = shown(state);
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
    model.addAttribute("files", TableAddresses.ofThisPage());
    return "mails";
  }

  /** All mails of a state, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(@RequestParam(defaultValue = "waiting") String state) {
    return Table.of(
        "mails",
        Row.class,
        outbox.of(shown(state), Integer.MAX_VALUE, 0).stream().map(Row::of).toList());
  }

  private static MailState shown(String state) {
    Faults faults = new Faults();
    faults.check(
        Coded.find(MailState.class, state).isPresent(),
        "state",
        Words.of("mails.noState").formatted(String.join(", ", Coded.words(MailState.class))));
    faults.refuseIfAny();
    return Coded.find(MailState.class, state).orElseThrow();
  }

  /**
   * What became of a mail; what stands in it is for whom it is to.
   *
   * @param dueAt when it is tried next; null if it does not wait
   * @param sentAt null if it was not sent
   * @param failure why it was not; null if nothing went wrong
   */
  private record Row(
      String subject,
      String account,
      MailState state,
      OffsetDateTime writtenAt,
      OffsetDateTime dueAt,
      OffsetDateTime sentAt,
      int tries,
      String failure) {

    private static Row of(Mail mail) {
      return new Row(
          mail.subject(),
          mail.account(),
          mail.state(),
          mail.writtenAt(),
          mail.state() == MailState.WAITING ? mail.dueAt() : null,
          mail.sentAt(),
          mail.tries(),
          mail.failure());
    }
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
