package app.chancery.platform.files;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Whether a PDF does nothing but show its pages. */
final class PdfContent {

  /** What runs, sends, fetches or unpacks something, by its entry or as the kind of an action. */
  private static final Set<String> ACTIVE =
      Set.of(
          "JavaScript",
          "JS",
          "Launch",
          "SubmitForm",
          "ImportData",
          "GoToE",
          "GoToR",
          "EmbeddedFile",
          "EmbeddedFiles",
          "EF",
          "RichMedia",
          "RichMediaExecute",
          "Rendition",
          "Movie",
          "XFA",
          "AA");

  private PdfContent() {}

  /** Whether it is plain; not if that cannot be told, as of one with a password. */
  static boolean isPlain(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
        COSObject object = document.getDocument().getObjectFromPool(key);
        if (isActive(object.getObject(), 0)) {
          return false;
        }
      }
      return !isActive(document.getDocument().getTrailer(), 0);
    } catch (IOException | RuntimeException unread) {
      return false;
    }
  }

  /** What is referred to is looked at as an object of its own. */
  private static boolean isActive(COSBase value, int depth) {
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
        && dictionary.entrySet().stream()
            .anyMatch(
                entry ->
                    isActive(entry.getKey(), depth + 1) || isActive(entry.getValue(), depth + 1));
  }
}
