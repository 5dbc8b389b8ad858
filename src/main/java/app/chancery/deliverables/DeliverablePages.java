package app.chancery.deliverables;

import app.chancery.records.Author;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Deliverables as pages to read and to print. A page needs nothing but itself: it can be saved,
 * sent and opened without Chancery.
 */
@Service
public class DeliverablePages {

  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

  private final ITemplateEngine templates;
  private final Library library;
  private final String style;

  DeliverablePages(ITemplateEngine templates, Library library) {
    this.templates = templates;
    this.library = library;
    this.style = read("deliverables/document.css");
  }

  /** The page as a file of its own. */
  public String html(Deliverable deliverable) {
    return html(library.view(deliverable), false);
  }

  /**
   * @param online whether it is read on Chancery, so that links lead somewhere
   */
  String html(DeliverableView view, boolean online) {
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("view", view);
    context.setVariable("restricted", view.isRestricted());
    context.setVariable("online", online);
    context.setVariable("style", style);
    context.setVariable("drawings", new PictureDrawings());
    context.setVariable("createdAt", words(view.createdAt()));
    context.setVariable("approval", approval(view.approvedBy()));
    context.setVariable("approvedAt", words(view.approvedAt()));
    return templates.process("deliverable", context);
  }

  /** What Chancery makes from approved facts, nobody has approved in person. */
  private static String approval(String by) {
    return Author.CHANCERY.equals(by) ? "Issued by Chancery" : "Approved by " + by;
  }

  private static String words(OffsetDateTime at) {
    return at == null ? "" : DATE_AND_TIME.format(at.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private static String read(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
