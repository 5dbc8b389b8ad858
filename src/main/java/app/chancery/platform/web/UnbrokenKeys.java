package app.chancery.platform.web;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Keeps the key of a programme ({@code XR-2026}), and the number of a receipt that begins with it,
 * on one line wherever it stands in the text of a page: a browser would break it behind its hyphen.
 * The name of a time zone ({@code Europe/Brussels}) is broken behind its stroke and nowhere else,
 * and only where it has not the room. The text itself stays, to be found and copied.
 */
public final class UnbrokenKeys extends AbstractTemplateHandler {

  private static final Pattern UNBROKEN =
      Pattern.compile(
          "(?<![\\w/-])\\(?(?:[A-Z]{2}-\\d{4}(?:-\\d+)?(?:/\\w+)*|"
              + "(?<zone>[A-Z]\\w+(?:/[A-Z][\\w+-]*)+))\\)?(?![\\w/-])");

  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final Pattern BEHIND_STROKE = Pattern.compile("(?<=/)");

  /** What can hold no elements of a page: one within a picture ends the picture there. */
  private static final Set<String> TEXT_ALONE =
      Set.of("title", "option", "textarea", "script", "style", "svg");

  private int textAlone;

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    if (isTextAlone(tag.getElementCompleteName())) {
      textAlone++;
    }
    super.handleOpenElement(tag);
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    if (isTextAlone(tag.getElementCompleteName())) {
      textAlone--;
    }
    super.handleCloseElement(tag);
  }

  @Override
  public void handleText(IText text) {
    String whole = text.getText();
    // On paper a line that may not break would leave its column.
    if (textAlone > 0
        || whole.indexOf('-') < 0 && whole.indexOf('/') < 0
        || Boolean.TRUE.equals(getContext().getVariable("paper"))) {
      super.handleText(text);
      return;
    }
    Matcher found = UNBROKEN.matcher(whole);
    if (!found.find()) {
      super.handleText(text);
      return;
    }
    IModelFactory models = getContext().getConfiguration().getModelFactory(TemplateMode.HTML);
    int read = 0;
    do {
      write(models, whole.substring(read, found.start()));
      if (found.group("zone") == null) {
        writeUnbroken(models, found.group());
      } else if (ZONES.contains(found.group("zone"))) {
        writeZone(models, found.group());
      } else {
        write(models, found.group());
      }
      read = found.end();
    } while (found.find());
    write(models, whole.substring(read));
  }

  private void writeZone(IModelFactory models, String zone) {
    super.handleOpenElement(models.createOpenElementTag("span", "class", "zone"));
    String[] parts = BEHIND_STROKE.split(zone);
    for (int part = 0; part < parts.length; part++) {
      if (part > 0) {
        super.handleStandaloneElement(models.createStandaloneElementTag("wbr", false, false));
      }
      writeUnbroken(models, parts[part]);
    }
    super.handleCloseElement(models.createCloseElementTag("span"));
  }

  private void writeUnbroken(IModelFactory models, String text) {
    super.handleOpenElement(models.createOpenElementTag("span", "class", "key"));
    write(models, text);
    super.handleCloseElement(models.createCloseElementTag("span"));
  }

  private void write(IModelFactory models, String text) {
    if (!text.isEmpty()) {
      super.handleText(models.createText(text));
    }
  }

  private static boolean isTextAlone(String element) {
    return TEXT_ALONE.contains(element.toLowerCase(Locale.ROOT));
  }
}
