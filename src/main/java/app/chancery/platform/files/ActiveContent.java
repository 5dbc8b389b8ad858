package app.chancery.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether a document of Office or an OpenDocument runs something or fetches something when it is
 * opened: macros, objects, controls, fields, events, links to elsewhere. Its parts are looked
 * through by their names and by what stands in them, since a part may be called anything.
 */
final class ActiveContent {

  /** In documents of Office: projects, sheets of the old kind, objects, controls, connections. */
  private static final Pattern OF_OFFICE =
      Pattern.compile(
          "(?:.*/)?(?:vbaproject[^/]*|vbadata\\.xml|macrosheets/.+|dialogsheets/.+|activex/.+"
              + "|externallinks/.+|connections\\.xml|querytables/.+|customui/.+|webextensions/.+"
              + "|embeddings/[^/]+\\.(?:bin|vsd|ole)"
              + "|[^/]+\\.(?:doc|dot|xls|xlt|xla|ppt|pot|pps|ppa)m)");

  /** In an OpenDocument, and in one within it; the lists of libraries alone are no macros. */
  private static final Pattern OF_OPEN_DOCUMENT =
      Pattern.compile("(?:.*/)?(?:basic/(?!(?:.*/)?(?:script|dialog)-l[bc]\\.xml$).+|scripts/.+)");

  /** Lists of an OpenDocument that begin with the name of their grammar and hold names alone. */
  private static final Pattern LISTS =
      Pattern.compile("(?:.*/)?(?:basic/(?:.*/)?(?:script|dialog)-l[bc]|meta-inf/manifest)\\.xml");

  private static final Pattern XML = Pattern.compile(".*\\.(?:xml|rels|vml|rdf|svg)");

  private static final String RELATIONSHIPS = ".rels";

  /** More than the relationships of any part, in bytes. */
  private static final int LONGEST_RELATIONSHIPS = 1 << 20;

  /** More than all that is read of any document, in bytes; an archive can claim any size. */
  private static final long MOST_READ = 256L << 20;

  private ActiveContent() {}

  /** Whether there is some in it; also if that cannot be told. */
  static boolean isIn(ZipFile document) throws IOException {
    long left = MOST_READ;
    for (ZipEntry part : document.stream().filter(each -> !each.isDirectory()).toList()) {
      String name = part.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
      if (OF_OFFICE.matcher(name).matches() || OF_OPEN_DOCUMENT.matcher(name).matches()) {
        return true;
      }
      if (LISTS.matcher(name).matches()) {
        continue;
      }
      boolean relationships = name.endsWith(RELATIONSHIPS);
      Limited content =
          new Limited(
              document.getInputStream(part),
              relationships ? Math.min(left, LONGEST_RELATIONSHIPS) : left);
      try (InputStream read = new BufferedInputStream(content)) {
        if ((XML.matcher(name).matches() || looksLikeXml(read)) && isActive(read)) {
          return true;
        }
      } catch (TooLong unread) {
        return true;
      }
      left -= content.read;
    }
    return false;
  }

  /** After the mark of an encoding, in whatever encoding. */
  private static boolean looksLikeXml(InputStream content) throws IOException {
    content.mark(64);
    try {
      for (int sign = content.read(), read = 1;
          sign >= 0 && read < 60;
          sign = content.read(), read++) {
        if (sign == '<') {
          return true;
        }
        if (sign > ' ' && sign < 0x80) {
          return false;
        }
      }
      return false;
    } finally {
      content.reset();
    }
  }

  private static boolean isActive(InputStream content) {
    PartText texts = new PartText();
    try {
      XMLStreamReader reader = parser().createXMLStreamReader(content);
      boolean found = false;
      while (!found && reader.hasNext()) {
        int next = reader.next();
        found = next == XMLStreamReader.DTD || texts.isActive(next, reader);
      }
      return found;
    } catch (XMLStreamException | TooLong unread) {
      return true;
    }
  }

  /** Nothing is fetched, and no entity is unfolded. */
  private static XMLInputFactory parser() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** What a part says of its size may be wrong. */
  private static final class TooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  private static final class Limited extends InputStream {

    private final InputStream part;
    private final long most;
    private long read;

    Limited(InputStream part, long most) {
      this.part = part;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int some = part.read(into, from, length);
      read += Math.max(0, some);
      if (read > most) {
        throw new TooLong();
      }
      return some;
    }

    @Override
    public void close() throws IOException {
      part.close();
    }
  }
}
