package app.chancery.documents;

import app.chancery.documents.Document.Section;
import app.chancery.documents.Document.Table;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.Corrections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

  /** Where the style sheets have the number of the page. */
  private static final String PAGE_OF = "\"page of pages\"";

  private static final Logger LOG = LoggerFactory.getLogger(DeliverablePages.class);

  private static final int MOST_IN_MARGIN = 60;

  private final ITemplateEngine templates;
  private final Library library;
  private final Days days;
  private final String style;
  private final String paperStyle;
  private final Signatures signatures;
  private final Corrections corrections;

  DeliverablePages(
      ITemplateEngine templates,
      Library library,
      Days days,
      Signatures signatures,
      Corrections corrections) {
    this.templates = templates;
    this.library = library;
    this.days = days;
    this.style = read("deliverables/document.css");
    this.paperStyle = read("deliverables/paper.css");
    this.signatures = signatures;
    this.corrections = corrections;
  }

  /** The page as a file of its own. */
  public String html(Deliverable deliverable) {
    return html(library.view(deliverable), false);
  }

  /**
   * @param online whether it is read on Chancery, so that links lead somewhere
   */
  String html(DeliverableView view, boolean online) {
    return fill(view, online, false, "");
  }

  /** What the PDF is made from: well-formed XML, with what stands at the head and foot of pages. */
  String paper(DeliverableView view) {
    String page = xml(fill(view, false, true, ""));
    MissingSigns missing = MissingSigns.of(page);
    if (missing.isEmpty()) {
      return page;
    }
    LOG.warn(
        "On paper the {} of {}, version {} (deliverable {}), has {} signs that no font has, as"
            + " their numbers{}",
        view.kind(),
        view.programme(),
        view.version(),
        view.id(),
        missing.signs().size(),
        // Of what is in a restricted document nothing is told.
        view.isRestricted() ? "" : ": " + missing.numbers());
    return missing.spelledIn(xml(fill(view, false, true, missing.sentence())));
  }

  private static String xml(String page) {
    return Drawing.NO_XML.matcher(page).replaceAll("\uFFFD");
  }

  /**
   * @param missing what is said of signs that cannot be shown, or nothing
   */
  private String fill(DeliverableView view, boolean online, boolean paper, String missing) {
    Context context = new Context(Words.language());
    context.setVariable("view", view);
    context.setVariable("paper", paper);
    context.setVariable("missing", missing);
    context.setVariable("corrections", view.corrections().stream().map(corrections::said).toList());
    context.setVariable("restricted", view.isRestricted());
    context.setVariable("online", online);
    context.setVariable("drawings", new PictureDrawings());
    List<Chapter> chapters = chapters(view.document());
    context.setVariable("chapters", chapters);
    context.setVariable(
        "volume", chapters.stream().anyMatch(chapter -> !chapter.parts().isEmpty()));
    context.setVariable("marks", marks());
    context.setVariable("widths", widths(view.document()));
    context.setVariable("createdOn", days.words(view.createdAt()));
    context.setVariable("style", (paper ? style + paperStyle : style).replace(PAGE_OF, pageOf()));
    context.setVariable("createdAt", days.moment(view.createdAt()));
    context.setVariable("margins", margins(view));
    context.setVariable("approval", approval(view.approvedBy()));
    context.setVariable("approvedAt", days.moment(view.approvedAt()));
    return Dates.inWords(templates.process("deliverable", context));
  }

  /** The class of a cell whose whole text is the word of a colour. */
  private static Map<String, String> marks() {
    return Map.of(
        Words.of("Colour.GREEN"), "green",
        Words.of("Colour.AMBER"), "amber",
        Words.of("Colour.RED"), "red");
  }

  /** What Chancery makes from approved facts, nobody has approved in person. */
  private String approval(String by) {
    return Author.CHANCERY.equals(by)
        ? Words.of("page.document.issued")
        : Words.of("page.document.approvedBy").formatted(signatures.of(by));
  }

  /**
   * @param number of its first section within the document, from 1
   */
  record Chapter(int number, Section head, List<Section> parts) {}

  /** A part without a chapter before it is a chapter. */
  private static List<Chapter> chapters(Document document) {
    List<Chapter> chapters = new ArrayList<>();
    int number = 0;
    for (Section section : document.sections()) {
      number++;
      if (section.depth() == 0 || chapters.isEmpty()) {
        chapters.add(new Chapter(number, section, new ArrayList<>()));
      } else {
        chapters.get(chapters.size() - 1).parts().add(section);
      }
    }
    return chapters;
  }

  /** What stands at the head and foot of each page when somebody prints the page from a browser. */
  private String margins(DeliverableView view) {
    String issue =
        Words.of("deliverablePages.version")
            .formatted(view.programme(), view.version(), days.words(view.createdAt()));
    String status =
        view.approvedBy() == null ? Words.of("page.document.draft") : approval(view.approvedBy());
    return """
        @page {
          @top-left { content: %s; }
          @top-right { content: %s; }
          @bottom-left { content: %s; }
          @bottom-center { content: %s; }
        }"""
        .formatted(css(view.title()), css(view.classification()), css(issue), css(status));
  }

  /** The number of a page and that of all, which only the style sheet knows. */
  private static String pageOf() {
    return ('"' + Words.of("page.document.pageOf").replace("\"", "\\22 ") + '"')
        .formatted("\" counter(page) \"", "\" counter(pages) \"");
  }

  /** As a string of a style sheet, shortened to what has room. */
  private static String css(String text) {
    String some = text.length() > MOST_IN_MARGIN ? text.substring(0, MOST_IN_MARGIN) + "…" : text;
    return some.codePoints()
        .mapToObj(
            sign ->
                Character.isLetterOrDigit(sign)
                    ? Character.toString(sign)
                    : "\\%x ".formatted(sign))
        .collect(Collectors.joining("", "\"", "\""));
  }

  /**
   * By table, not by what is in it: equal tables may stand in one document. Tables of a section
   * with the same headings are set alike.
   */
  private static Map<Table, List<Double>> widths(Document document) {
    Map<Table, List<Double>> widths = new IdentityHashMap<>();
    for (Section section : document.sections()) {
      section.tables().stream()
          .collect(Collectors.groupingBy(Table::columns))
          .forEach(
              (columns, tables) -> {
                List<Double> alike =
                    ColumnWidths.of(
                        columns, tables.stream().flatMap(each -> each.rows().stream()).toList());
                tables.forEach(each -> widths.put(each, alike));
              });
    }
    return widths;
  }

  private static String read(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
