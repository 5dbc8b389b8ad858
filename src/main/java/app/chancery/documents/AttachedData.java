package app.chancery.documents;

import app.chancery.platform.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Calendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.springframework.http.MediaType;

/**
 * What a document on paper was set from, within it: whoever takes it out of an archive has for
 * programs what people read, without Chancery.
 *
 * @param name of the file
 * @param json as REST serves it
 * @param made the day and hour of the document
 */
record AttachedData(String name, byte[] json, Calendar made) {

  /**
   * How the file belongs to the document, in the terms of PDF/A-3: the document is made from it.
   */
  private static final String RELATION = "Source";

  /** Once to a document; viewers list it beside the pages. */
  void to(PDDocument document) throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
    file.setSubtype(MediaType.APPLICATION_JSON_VALUE);
    file.setSize(json.length);
    file.setCreationDate(made);
    file.setModDate(made);
    PDComplexFileSpecification attached = new PDComplexFileSpecification();
    attached.setFile(name);
    attached.setFileUnicode(name);
    attached.setFileDescription(Words.of("document.attached"));
    attached.setEmbeddedFile(file);
    attached.setEmbeddedFileUnicode(file);
    attached.getCOSObject().setName(COSName.AF_RELATIONSHIP, RELATION);

    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
    files.setNames(Map.of(name, attached));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(files);
    catalog.setNames(names);
    COSArray associated = new COSArray();
    associated.add(attached);
    catalog.getCOSObject().setItem(COSName.AF, associated);
  }
}
