package app.chancery.desk.portfolio;

import app.chancery.documents.icalendar.CalendarWriter;
import app.chancery.platform.people.Groups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The dates to come, for calendar programs. */
@RestController
@Tag(name = "calendar")
class CalendarFeedController {

  static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeed feed;
  private final CalendarWriter writer;
  private final Clock clock;

  CalendarFeedController(CalendarFeed feed, CalendarWriter writer, Clock clock) {
    this.feed = feed;
    this.writer = writer;
    this.clock = clock;
  }

  @GetMapping(path = "/api/v1/calendar.ics", produces = "text/calendar")
  @Operation(
      summary = "Coming reviews, silence deadlines and exercises that you may see",
      description =
          "Subscribe to this address in a calendar program, with your account and password."
              + " Entries keep their identity when they move.")
  ResponseEntity<String> calendar(Authentication reader) {
    URI office = ServletUriComponentsBuilder.fromCurrentContextPath().path("/").build().toUri();
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"chancery.ics\"")
        .body(writer.write("Chancery", clock.instant(), feed.entries(Groups.of(reader), office)));
  }
}
