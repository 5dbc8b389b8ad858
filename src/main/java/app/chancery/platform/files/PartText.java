package app.chancery.platform.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * One part of a document, read from its beginning to its end: whether something in it runs or
 * fetches when the document is opened. Elements and attributes are known by their local names,
 * since there are two families of names for the same.
 *
 * @see <a
 *     href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">Office
 *     Open XML</a>
 * @see <a href="https://docs.oasis-open.org/office/OpenDocument/v1.3/">OpenDocument 1.3</a>
 */
final class PartText {

  /** By the last word of the type of a relationship: what leads to something that is active. */
  private static final Set<String> LEADING =
      Set.of(
          "vbaproject",
          "wordvbadata",
          "xlmacrosheet",
          "xlintlmacrosheet",
          "attachedtoolbars",
          "oleobject",
          "afchunk",
          "control",
          "activexcontrol",
          "activexcontrolbinary",
          "externallink",
          "connections",
          "querytable",
          "volatiledependencies",
          "extensibility",
          "usercustomization",
          "webextension",
          "webextensiontaskpanes");

  /** The only one that may lead to elsewhere: nothing happens before somebody follows it. */
  private static final String HYPERLINK = "hyperlink";

  /** Word notes the template of a document. */
  private static final String TEMPLATE = "attachedtemplate";

  /** A template on the machine of who opens it is not fetched from anywhere. */
  private static final Pattern ON_ONES_OWN_MACHINE =
      Pattern.compile("(?:file:/{3})?[a-z]:[/\\\\].*|[^/\\\\:]+", Pattern.CASE_INSENSITIVE);

  /** Fields of Word that run a program or fetch something, at the beginning of their text. */
  private static final Pattern FIELD =
      Pattern.compile(
          "^\\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|EMBED|RD|DATABASE"
              + "|MACROBUTTON|CONTROL|HTMLCONTROL)(?![A-Za-z0-9_])",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Functions of sheets that run a program or fetch something. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?<!\\w)(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER|REGISTER\\.ID|EXEC|DDE|STOCKHISTORY"
              + "|SQL\\.REQUEST|IMPORTDATA|IMPORTXML)\\s*\\(",
          Pattern.CASE_INSENSITIVE);

  /** A talk with another program in a sheet, such as {@code cmd|' /c calc'!A1}. */
  private static final Pattern TALK = Pattern.compile("^(?:[^\"]|\"[^\"]*\")*?\\|");

  /** Shows of slides that run something when somebody clicks or looks. */
  private static final Pattern ACTION =
      Pattern.compile("ppaction://(?:program|macro|ole).*", Pattern.CASE_INSENSITIVE);

  /** Elements of an OpenDocument, and of pictures, that run or fetch something by what they are. */
  private static final Set<String> ELEMENTS =
      Set.of(
          "dde-source",
          "dde-link",
          "dde-connection",
          "dde-connection-decl",
          "plugin",
          "applet",
          "floating-frame",
          "object-ole",
          "script",
          "altchunk",
          "oleobject",
          "oleobj",
          "olelink",
          "ddelink");

  private static final String EVENT = "event-listener";

  /** What an event may do that does nothing but move within the show. */
  private static final Set<String> MOVES =
      Set.of(
          "next-page", "previous-page", "first-page", "last-page", "hide", "stop", "show", "none");

  private static final String SCRIPT = "script";

  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** Elements whose reference somebody follows by a click. */
  private static final Set<String> CLICKED =
      Set.of("a", "area-rectangle", "area-circle", "area-polygon");

  /** A reference that leads out of the document. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\s*(?:(?!data:image/)[a-z][a-z0-9+.-]*:|[/\\\\]|(?:\\./)*\\.\\.[/\\\\]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A reference that runs something, even if somebody has to click. */
  private static final Pattern RUNNING =
      Pattern.compile(
          "\\s*(?:vnd\\.sun\\.star\\.(?:script|expand|webdav)|macro|javascript|vbscript|service|slot"
              + "|\\.uno)\\s*:.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The instructions of fields, which may be written in pieces. */
  private final StringBuilder instructions = new StringBuilder();

  private final StringBuilder formula = new StringBuilder();

  private String within = "";

  /** Whether what the reader stands at is active. */
  boolean isActive(int event, XMLStreamReader reader) {
    return switch (event) {
      case XMLStreamReader.START_ELEMENT -> begins(reader);
      case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
        text(reader.getText());
        yield false;
      }
      case XMLStreamReader.END_ELEMENT -> ends(name(reader.getLocalName()));
      case XMLStreamReader.END_DOCUMENT -> FIELD.matcher(instructions).find();
      default -> false;
    };
  }

  private boolean begins(XMLStreamReader element) {
    within = name(element.getLocalName());
    if (within.equals("fldchar")) {
      instructions.append('\n');
    }
    if (ELEMENTS.contains(within) || within.equals("relationship") && leads(element)) {
      return true;
    }
    if (within.equals(EVENT) && !moves(element)) {
      return true;
    }
    for (int at = 0; at < element.getAttributeCount(); at++) {
      if (isActive(element, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isActive(XMLStreamReader element, int at) {
    String name = name(element.getAttributeLocalName(at));
    String value = element.getAttributeValue(at);
    return switch (name) {
      case "instr" -> FIELD.matcher(value).find();
      case "formula" -> FUNCTION.matcher(value).find();
      case "action" -> ACTION.matcher(value).matches();
      case "src" -> ELSEWHERE.matcher(value).matches();
      case "href" ->
          RUNNING.matcher(value).matches()
              || XLINK.equals(element.getAttributeNamespace(at))
                  && !CLICKED.contains(within)
                  && ELSEWHERE.matcher(value).matches()
                  && !(within.equals("template") && isLocal(value));
      default -> false;
    };
  }

  private static boolean isLocal(String template) {
    return ON_ONES_OWN_MACHINE.matcher(template.strip()).matches()
        || template.strip().matches("(?i)file:///(?![/\\\\]).*|(?:\\.\\./)*[^/\\\\:][^\\\\:]*");
  }

  private static boolean leads(XMLStreamReader relationship) {
    String type = name(attribute(relationship, "Type"));
    String kind = type.substring(type.lastIndexOf('/') + 1);
    String target = attribute(relationship, "Target").strip();
    boolean elsewhere = name(attribute(relationship, "TargetMode").strip()).equals("external");
    return LEADING.contains(kind)
        || RUNNING.matcher(target).matches()
        || elsewhere
            && !kind.equals(HYPERLINK)
            && !(kind.equals(TEMPLATE) && ON_ONES_OWN_MACHINE.matcher(target).matches());
  }

  /** Events of scripts run them; those of a show may do that too. */
  private static boolean moves(XMLStreamReader listener) {
    return !SCRIPT.equals(listener.getPrefix())
        && !String.valueOf(listener.getNamespaceURI()).contains(":script:")
        && MOVES.contains(name(attribute(listener, "action")));
  }

  private void text(String text) {
    if (within.equals("instrtext") || within.equals("delinstrtext")) {
      instructions.append(text);
    } else if (within.equals("f") || within.equals("definedname")) {
      formula.append(text);
    }
  }

  private boolean ends(String element) {
    if (!element.equals("f") && !element.equals("definedname")) {
      within = "";
      return false;
    }
    String whole = formula.toString();
    formula.setLength(0);
    within = "";
    return FUNCTION.matcher(whole).find() || TALK.matcher(whole).find();
  }

  /** By its local name, in whatever family of names. */
  private static String attribute(XMLStreamReader element, String name) {
    for (int at = 0; at < element.getAttributeCount(); at++) {
      if (element.getAttributeLocalName(at).equals(name)) {
        return element.getAttributeValue(at);
      }
    }
    return "";
  }

  private static String name(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
