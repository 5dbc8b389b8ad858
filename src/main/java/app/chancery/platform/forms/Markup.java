package app.chancery.platform.forms;

import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The texts of a form, which are Markdown, as HTML. The text is read before any fact is put into
 * it, and a fact becomes a text and nothing else: whatever a person has written is read as it was
 * typed, in the lines it was typed in, and is no markup. The address of a link leads to a page of
 * this office or is left out.
 */
final class Markup {

  private static final Parser PARSER = Parser.builder().build();

  private static final HtmlRenderer HTML =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, attributes) -> {
                    if (node instanceof Link link) {
                      // A page beside this one, never in its place: something may be typed here.
                      attributes.put("target", "_blank");
                      attributes.put("rel", "noopener");
                      attributes.put("aria-label", Words.of("form.newTab").formatted(plain(link)));
                    }
                  })
          .build();

  /** The page's own heading is above all of these. */
  private static final int HIGHEST_HEADING = 2;

  /** A page of this office. */
  private static final Pattern OWN_PAGE = Pattern.compile("/[\\w.-][\\w./?=&%-]*");

  private Markup() {}

  static String html(String text, Facts facts) {
    Node document = PARSER.parse(text);
    document.accept(new Filling(facts));
    return HTML.render(document);
  }

  private static String plain(Node link) {
    StringBuilder text = new StringBuilder();
    link.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }
        });
    return text.toString();
  }

  /** Puts the facts into their places. */
  private static final class Filling extends AbstractVisitor {

    private final Facts facts;

    Filling(Facts facts) {
      this.facts = facts;
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.max(HIGHEST_HEADING, heading.getLevel()));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      visitChildren(link);
      String address = facts.filled(link.getDestination());
      if (OWN_PAGE.matcher(address).matches()) {
        link.setDestination(address);
      } else {
        while (link.getFirstChild() != null) {
          link.insertBefore(link.getFirstChild());
        }
        link.unlink();
      }
    }

    @Override
    public void visit(Text text) {
      List<MatchResult> places = Facts.PLACE.matcher(text.getLiteral()).results().toList();
      if (places.isEmpty()) {
        return;
      }
      List<Node> filled = new ArrayList<>();
      int end = 0;
      for (MatchResult place : places) {
        filled.add(new Text(text.getLiteral().substring(end, place.start())));
        filled.addAll(asTyped(facts.text(place.group(1))));
        end = place.end();
      }
      filled.add(new Text(text.getLiteral().substring(end)));
      filled.forEach(text::insertBefore);
      text.unlink();
    }

    private static List<Node> asTyped(String fact) {
      List<Node> lines = new ArrayList<>();
      fact.lines()
          .forEach(
              line -> {
                if (!lines.isEmpty()) {
                  lines.add(new HardLineBreak());
                }
                lines.add(new Text(line));
              });
      return lines;
    }
  }
}
