package app.chancery.documents;

import app.chancery.platform.export.Table;
import app.chancery.platform.people.Groups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

/** The documents of a programme. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/deliverables")
@Tag(name = "Deliverables")
class DeliverableController {

  private final Library library;

  DeliverableController(Library library) {
    this.library = library;
  }

  @Operation(summary = "The documents of a programme that you may read, all versions")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<DeliverableEntry> list(@PathVariable String key, Authentication reader) {
    return library.list(key, Groups.of(reader));
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(@PathVariable String key, Authentication reader) {
    return Table.of("deliverables", DeliverableEntry.class, library.list(key, Groups.of(reader)));
  }

  @Operation(
      summary = "One document, as PDF, as a page or as JSON",
      description =
          "The Accept header decides, or the parameter format (pdf, html, json; ics"
              + " for the exercise schedule). What you may"
              + " not read is not found.")
  @GetMapping(
      path = "/{id}",
      produces = {
        MediaType.APPLICATION_JSON_VALUE,
        MediaType.TEXT_HTML_VALUE,
        MediaType.APPLICATION_PDF_VALUE,
        DeliverableConverter.CALENDAR_VALUE
      })
  ResponseEntity<DeliverableView> one(
      @PathVariable String key,
      @PathVariable long id,
      Authentication reader,
      HttpServletRequest request) {
    DeliverableView view = library.find(key, id, Groups.of(reader));
    request.setAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE, forms(view));
    return ResponseEntity.ok()
        .varyBy(HttpHeaders.ACCEPT)
        .header(HttpHeaders.LINK, "<%s>; rel=\"describedby\"".formatted(SchemaController.DOCUMENT))
        .body(view);
  }

  /** The best for programs first. */
  private static Set<MediaType> forms(DeliverableView view) {
    Set<MediaType> forms =
        new LinkedHashSet<>(
            List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.APPLICATION_PDF));
    if (!view.document().days().isEmpty()) {
      forms.add(DeliverableConverter.CALENDAR);
    }
    return forms;
  }
}
