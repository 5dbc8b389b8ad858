package app.chancery.desk.inbox;

import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PageNumber;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.Inbox;
import app.chancery.records.Notice;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of what the reader was told. */
@Controller
class InboxPages {

  static final String ADDRESS = "/inbox";

  private static final int PAGE_SIZE = 25;

  private final Inbox inbox;
  private final Programmes programmes;

  InboxPages(Inbox inbox, Programmes programmes) {
    this.inbox = inbox;
    this.programmes = programmes;
  }

  @GetMapping(ADDRESS)
  String inbox(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "") String programme,
      @RequestParam(defaultValue = "0") int page,
      Principal reader,
      Model model) {
    PageNumber.refuseNegative("page", page);
    String account = reader.getName();
    Inbox.Search search = new Inbox.Search(unread, programme);
    Inbox.Count count = inbox.count(account, search);
    long total = count.of(search);
    long pages = PageNumber.pages(total, PAGE_SIZE);
    int at = (int) Math.min(page, pages - 1);
    List<Inbox.Item> items = inbox.find(account, search, PAGE_SIZE, (long) at * PAGE_SIZE);
    Map<String, String> called = called(told(account, count.all() > 0 ? programme : ""));
    model.addAttribute("items", items);
    model.addAttribute("search", search);
    model.addAttribute("total", total);
    model.addAttribute("left", count.unread());
    model.addAttribute("newest", count.newest());
    model.addAttribute("programmes", called);
    model.addAttribute("page", at);
    model.addAttribute("pages", pages);
    model.addAttribute("all", address(false, programme, 0));
    model.addAttribute("onlyUnread", address(true, programme, 0));
    model.addAttribute("earlier", address(unread, programme, at - 1));
    model.addAttribute("later", address(unread, programme, at + 1));
    model.addAttribute("files", TableAddresses.at("/api/v1/inbox"));
    return "inbox";
  }

  /** Whoever opens a notice has read it, and is led to what it is about. */
  @GetMapping(ADDRESS + "/{id}")
  RedirectView open(@PathVariable long id, Principal reader) {
    RedirectView place = new RedirectView(read(id, reader).path());
    place.setExpandUriTemplateVariables(false);
    return place;
  }

  @PostMapping(ADDRESS + "/{id}/read")
  RedirectView readOne(
      @PathVariable long id,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "") String programme,
      @RequestParam(defaultValue = "0") int page,
      Principal reader) {
    read(id, reader);
    return to(address(unread, programme, page));
  }

  @PostMapping(ADDRESS + "/read")
  RedirectView readAll(
      @RequestParam long newest,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "") String programme,
      Principal reader) {
    inbox.readAll(reader.getName(), new Inbox.Search(true, programme), newest);
    return to(address(unread, programme, 0));
  }

  private Notice read(long id, Principal reader) {
    return inbox
        .read(reader.getName(), id)
        .orElseThrow(() -> new NotFound(Words.of("inbox.unknown").formatted(id)));
  }

  /**
   * @param programme also if it is not lately, so that the page says what it shows; empty for none
   */
  private List<String> told(String account, String programme) {
    return Stream.concat(
            inbox.programmes(account).stream(),
            Stream.of(programme).filter(asked -> !asked.isEmpty()))
        .distinct()
        .toList();
  }

  /** What is no programme is left out. */
  private Map<String, String> called(List<String> keys) {
    Map<String, String> names =
        programmes.all(keys).stream().collect(Collectors.toMap(Programme::key, Programme::called));
    return keys.stream()
        .filter(names::containsKey)
        .collect(
            Collectors.toMap(
                Function.identity(), names::get, (one, same) -> one, java.util.TreeMap::new));
  }

  /** Of {@link #inbox} with these filters. */
  private static String address(boolean unread, String programme, int page) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(ADDRESS);
    if (unread) {
      address.queryParam("unread", true);
    }
    if (!programme.isEmpty()) {
      address.queryParam("programme", "{programme}");
    }
    if (page > 0) {
      address.queryParam("page", page);
    }
    return address.encode().buildAndExpand(Map.of("programme", programme)).toUriString();
  }

  private static RedirectView to(String address) {
    RedirectView page = new RedirectView(address);
    page.setExpandUriTemplateVariables(false);
    page.setHttp10Compatible(false);
    return page;
  }
}
