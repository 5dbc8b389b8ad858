package app.chancery.desk.inbox;

import app.chancery.platform.export.Table;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import app.chancery.records.Inbox;
import app.chancery.records.NoticeKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the caller was told, for other people's tools. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping
  InboxView inbox(
      @Parameter(description = "Only what is unread") @RequestParam(defaultValue = "false")
          boolean unread,
      @Parameter(description = "The key of the one programme that it is about")
          @RequestParam(defaultValue = "")
          String programme,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Principal caller) {
    Pages.check(page, size);
    return new InboxView(
        inbox.unread(caller.getName()),
        inbox
            .find(caller.getName(), new Inbox.Search(unread, programme), size, (long) page * size)
            .stream()
            .map(InboxController::view)
            .toList());
  }

  /** All that match, on whichever page. */
  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "") String programme,
      Principal caller) {
    return Table.of(
        "inbox",
        ItemView.class,
        inbox
            .find(caller.getName(), new Inbox.Search(unread, programme), Integer.MAX_VALUE, 0)
            .stream()
            .map(InboxController::view)
            .toList());
  }

  @PutMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@PathVariable long id, Principal caller) {
    inbox
        .read(caller.getName(), id)
        .orElseThrow(() -> new NotFound(Words.of("inbox.unknown").formatted(id)));
  }

  private static ItemView view(Inbox.Item item) {
    return new ItemView(
        item.id(),
        item.notice().sentAt(),
        item.notice().kind(),
        item.notice().subject(),
        item.notice().text(),
        item.notice().path(),
        item.isRead());
  }

  /**
   * @param unread of all notices, on whichever page
   */
  record InboxView(long unread, List<ItemView> items) {}

  /**
   * @param link where people read it, relative to the application's root
   */
  record ItemView(
      long id,
      OffsetDateTime at,
      NoticeKind kind,
      String subject,
      String text,
      String link,
      boolean read) {}
}
