package app.chancery.desk.portfolio;

import app.chancery.documents.icalendar.CalendarEntry;
import app.chancery.documents.icalendar.CalendarWriter;
import app.chancery.platform.files.Sha256;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.security.FeedSecrets;
import app.chancery.platform.words.Words;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The calendar of one person at an address that only that person knows, for calendar programs that
 * cannot log in: what the person may see at that moment, and nothing once the address is revoked.
 */
@Controller
@Hidden
class SecretFeedController {

  /** Told to the next page alone. */
  static final String ADDRESS = "address";

  private final FeedSecrets secrets;
  private final CalendarFeed feed;
  private final CalendarWriter writer;
  private final Clock clock;

  SecretFeedController(FeedSecrets secrets, CalendarFeed feed, CalendarWriter writer, Clock clock) {
    this.secrets = secrets;
    this.feed = feed;
    this.writer = writer;
    this.clock = clock;
  }

  /** A program that has it as it is now gets no other one (If-None-Match). */
  @GetMapping(path = "/calendar/{secret}.ics")
  ResponseEntity<String> calendar(@PathVariable String secret, HttpServletRequest request) {
    Person holder =
        secrets
            .holder(secret, request.getRemoteAddr())
            .orElseThrow(() -> new NotFound(Words.of("page.calendar.noFeed")));
    URI office = ServletUriComponentsBuilder.fromCurrentContextPath().path("/").build().toUri();
    List<CalendarEntry> entries = feed.entries(holder.groups(), office);
    return ResponseEntity.ok()
        .contentType(CalendarFeedController.CALENDAR)
        .cacheControl(CacheControl.noCache().cachePrivate())
        // Weak: when it was written stands in it, too.
        .eTag("W/\"%s\"".formatted(Sha256.of(entries.toString())))
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"chancery.ics\"")
        .header("X-Robots-Tag", "noindex")
        .body(writer.write("Chancery", clock.instant(), entries));
  }

  /** A first address, or a new one, with which the old one is void. */
  @PostMapping("/calendar/feed")
  String renew(@AuthenticationPrincipal Person person, RedirectAttributes next) {
    next.addFlashAttribute(
        ADDRESS,
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/calendar/{secret}.ics")
            .buildAndExpand(secrets.renew(person.id()))
            .toUriString());
    return "redirect:/calendar#feed";
  }

  @PostMapping("/calendar/feed/revoke")
  String revoke(@AuthenticationPrincipal Person person) {
    secrets.revoke(person.id());
    return "redirect:/calendar#feed";
  }
}
