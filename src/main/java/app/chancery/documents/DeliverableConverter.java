package app.chancery.documents;

import app.chancery.documents.icalendar.CalendarEntry;
import app.chancery.documents.icalendar.CalendarWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/**
 * Writes a deliverable for whoever asks for {@code text/html} or {@code application/pdf}. JSON
 * needs no converter of its own.
 */
@Component
@ConditionalOnWebApplication
class DeliverableConverter extends AbstractHttpMessageConverter<DeliverableView> {

  static final String CALENDAR_VALUE = "text/calendar";
  static final MediaType CALENDAR = MediaType.parseMediaType(CALENDAR_VALUE);

  private final DeliverablePages pages;
  private final Prints prints;
  private final CalendarWriter calendars;

  DeliverableConverter(DeliverablePages pages, Prints prints, CalendarWriter calendars) {
    super(StandardCharsets.UTF_8, MediaType.TEXT_HTML, MediaType.APPLICATION_PDF, CALENDAR);
    this.pages = pages;
    this.prints = prints;
    this.calendars = calendars;
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == DeliverableView.class;
  }

  @Override
  protected boolean canRead(MediaType mediaType) {
    return false;
  }

  @Override
  protected DeliverableView readInternal(
      Class<? extends DeliverableView> type, HttpInputMessage input) {
    throw new HttpMessageNotReadableException("A page cannot be read back", input);
  }

  @Override
  protected void writeInternal(DeliverableView view, HttpOutputMessage output) throws IOException {
    HttpHeaders headers = output.getHeaders();
    if (MediaType.APPLICATION_PDF.isCompatibleWith(headers.getContentType())) {
      byte[] pdf = prints.of(view);
      headers.setContentType(MediaType.APPLICATION_PDF);
      headers.setContentDisposition(
          ContentDisposition.inline().filename(view.fileName() + ".pdf").build());
      output.getBody().write(pdf);
    } else if (CALENDAR.isCompatibleWith(headers.getContentType())) {
      headers.setContentType(new MediaType(CALENDAR, StandardCharsets.UTF_8));
      headers.setContentDisposition(
          ContentDisposition.attachment().filename(view.fileName() + ".ics").build());
      output.getBody().write(calendar(view).getBytes(StandardCharsets.UTF_8));
    } else {
      headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
      output.getBody().write(pages.html(view, true).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A version comes twice, as a draft and approved. */
  private static int revision(DeliverableView view) {
    return 2 * view.version() + (view.approvedAt() == null ? 0 : 1);
  }

  /** Tentative while it is a draft. */
  private String calendar(DeliverableView view) {
    return calendars.write(
        view.title(),
        view.createdAt().toInstant(),
        view.document().days().stream()
            .map(
                day ->
                    new CalendarEntry(
                        day.uid(),
                        revision(view),
                        day.on(),
                        day.name(),
                        day.note(),
                        view.kindTitle(),
                        view.approvedAt() == null,
                        null))
            .toList());
  }
}
