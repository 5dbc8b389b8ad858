package app.chancery.platform.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Whether a PDF does nothing but show its pages. It may hold data for programs, as our own
 * documents do: whoever saves a file of JSON has a text, and no program.
 */
final class PdfContent {

  /** What runs, sends or fetches something, by its entry or as the kind of an action. */
  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "JS",
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToE",
          "GoToR",
          "RichMedia",
          "RichMediaExecute",
          "Rendition",
          "Movie",
          "XFA",
          "AA");

  private static final List<COSName> FILE_NAMES =
      List.of(COSName.F, COSName.UF, COSName.DOS, COSName.MAC, COSName.UNIX);

  /** What would make other bytes of a file than those that are looked at. */
  private static final List<COSName> ELSEWHERE =
      List.of(COSName.F, COSName.DECODE_PARMS, COSName.DP);

  private static final String DATA = "json";

  /** More than the data of any document, in bytes; a file within can claim any size. */
  private static final int MOST_DATA = 1 << 24;

  private static final JsonFactory JSON = new JsonFactory();

  /** How much of the files within may still be unpacked, in bytes. */
  private int left = MOST_DATA;

  private PdfContent() {}

  /** Whether it is plain; not if that cannot be told, as of one with a password. */
  static boolean isPlain(byte[] content) {
    PdfContent looked = new PdfContent();
    try (PDDocument document = Loader.loadPDF(content)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (looked.isActive(object.getObject(), 0)) {
          return false;
        }
      }
      return !looked.isActive(document.getDocument().getTrailer(), 0);
    } catch (IOException | RuntimeException unread) {
      return false;
    }
  }

  /** What is referred to is looked at as an object of its own. */
  private boolean isActive(COSBase value, int depth) {
    if (depth > 100) {
      return true;
    }
    if (value instanceof COSName name) {
      return ACTIVE.contains(name.getName());
    }
    if (value instanceof COSArray array) {
      for (int at = 0; at < array.size(); at++) {
        if (isActive(array.get(at), depth + 1)) {
          return true;
        }
      }
    }
    return value instanceof COSDictionary dictionary
        && (dictionary.containsKey(COSName.EF) && !isData(dictionary)
            || dictionary.entrySet().stream()
                .anyMatch(
                    entry ->
                        isActive(entry.getKey(), depth + 1)
                            || isActive(entry.getValue(), depth + 1)));
  }

  /** Whether a file within is JSON, by each of its names and by all that it holds. */
  private boolean isData(COSDictionary file) {
    COSDictionary contents = file.getCOSDictionary(COSName.EF);
    List<COSName> names = FILE_NAMES.stream().filter(file::containsKey).toList();
    return contents != null
        && !names.isEmpty()
        && names.stream()
            .allMatch(name -> DATA.equals(FileName.of(file.getString(name, "")).ending()))
        && contents.keySet().stream().allMatch(name -> isData(contents.getCOSStream(name)));
  }

  private boolean isData(COSStream content) {
    if (content == null || ELSEWHERE.stream().anyMatch(content::containsKey)) {
      return false;
    }
    try (InputStream kept = content.createRawInputStream();
        InputStream unpacked = unpacked(kept, content.getFilters())) {
      byte[] data = unpacked.readNBytes(left);
      left -= data.length;
      return isJson(data);
    } catch (IOException noData) {
      return false;
    }
  }

  private static InputStream unpacked(InputStream kept, COSBase filter) throws IOException {
    if (filter == null) {
      return kept;
    }
    if (!COSName.FLATE_DECODE.equals(filter)) {
      throw new IOException("A file is packed in another way than data of ours: " + filter);
    }
    return new InflaterInputStream(kept);
  }

  private static boolean isJson(byte[] data) throws IOException {
    try (JsonParser parser = JSON.createParser(data)) {
      JsonToken first = parser.nextToken();
      if (first == null || !first.isStructStart()) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    }
  }
}
