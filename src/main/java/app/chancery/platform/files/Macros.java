package app.chancery.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether a document of Office or an OpenDocument holds macros, or fetches what may hold some: its
 * parts are looked through by their names and, in documents of Office, by what each part refers to,
 * since a part may be called anything.
 */
final class Macros {

  /** In documents of Office: the project, its names, sheets of the old kind, and such documents. */
  private static final Pattern OF_OFFICE =
      Pattern.compile(
          "(?:.*/)?(?:vbaproject[^/]*|vbadata\\.xml|macrosheets/.+|dialogsheets/.+"
              + "|[^/]+\\.(?:doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)m)");

  /** In an OpenDocument, and in one within it; the lists of libraries alone are no macros. */
  private static final Pattern OF_OPEN_DOCUMENT =
      Pattern.compile("(?:.*/)?(?:basic/(?!(?:.*/)?(?:script|dialog)-l[bc]\\.xml$).+|scripts/.+)");

  /** By the last word of the type of a relationship: what leads to macros. */
  private static final Set<String> PROJECTS =
      Set.of("vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "attachedtoolbars");

  /** What is loaded when the document is opened, and may have macros where it comes from. */
  private static final Set<String> LOADED =
      Set.of("attachedtemplate", "oleobject", "frame", "afchunk");

  private static final String RELATIONSHIPS = ".rels";

  /** More than the relationships of any part, in bytes. */
  private static final int LONGEST_RELATIONSHIPS = 1 << 20;

  /** The same of all parts together. */
  private static final int MOST_RELATIONSHIPS = 32 << 20;

  /** A template on the machine of who opens it, as Word notes it, is not fetched from anywhere. */
  private static final Pattern ON_ONES_OWN_MACHINE =
      Pattern.compile("(?:file:/{3})?[a-z]:[/\\\\].*|[^/\\\\:]+", Pattern.CASE_INSENSITIVE);

  private Macros() {}

  /** Whether there are some in it; also if that cannot be told. */
  static boolean areIn(ZipFile document) throws IOException {
    long read = 0;
    for (ZipEntry part : document.stream().filter(each -> !each.isDirectory()).toList()) {
      String name = part.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      if (OF_OFFICE.matcher(name).matches() || OF_OPEN_DOCUMENT.matcher(name).matches()) {
        return true;
      }
      if (name.endsWith(RELATIONSHIPS)) {
        byte[] relationships = some(document, part);
        read += relationships.length;
        if (relationships.length > LONGEST_RELATIONSHIPS
            || read > MOST_RELATIONSHIPS
            || leadToSome(relationships)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a part says of its size may be wrong. */
  private static byte[] some(ZipFile document, ZipEntry relationships) throws IOException {
    try (InputStream part = document.getInputStream(relationships)) {
      return part.readNBytes(LONGEST_RELATIONSHIPS + 1);
    }
  }

  private static boolean leadToSome(byte[] content) {
    try {
      XMLStreamReader reader = parser().createXMLStreamReader(new ByteArrayInputStream(content));
      boolean found = false;
      while (!found && reader.hasNext()) {
        int next = reader.next();
        found =
            next == XMLStreamReader.DTD
                || next == XMLStreamReader.START_ELEMENT && leadsToSome(reader);
      }
      return found;
    } catch (XMLStreamException unread) {
      return true;
    }
  }

  private static boolean leadsToSome(XMLStreamReader relationship) {
    String type = attribute(relationship, "Type").toLowerCase(Locale.ROOT);
    String kind = type.substring(type.lastIndexOf('/') + 1);
    return PROJECTS.contains(kind)
        || LOADED.contains(kind)
            && attribute(relationship, "TargetMode").equalsIgnoreCase("External")
            && !ON_ONES_OWN_MACHINE.matcher(attribute(relationship, "Target").strip()).matches();
  }

  private static String attribute(XMLStreamReader element, String name) {
    String value = element.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /** Nothing is fetched, and no entity is unfolded. */
  private static XMLInputFactory parser() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
