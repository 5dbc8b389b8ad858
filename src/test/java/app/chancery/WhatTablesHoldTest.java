package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class WhatTablesHoldTest {

  private static final String MARKER = "quince-lantern-harbour";
  private static final String AROUND = "They said: " + MARKER + ", and no more.";

  @Test
  void aWordIsFoundAsTextInAnyEncoding() throws IOException {
    assertThat(found(AROUND.getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(found(AROUND.getBytes(StandardCharsets.UTF_16LE))).isTrue();
    assertThat(found(AROUND.getBytes(StandardCharsets.UTF_16BE))).isTrue();
    String hex = HexFormat.of().withUpperCase().formatHex(AROUND.getBytes(StandardCharsets.UTF_8));
    assertThat(found(hex.getBytes(StandardCharsets.US_ASCII))).isTrue();
    for (int before = 0; before < 3; before++) {
      byte[] text = ("x".repeat(before) + AROUND).getBytes(StandardCharsets.UTF_8);
      assertThat(found(Base64.getEncoder().encode(text))).as("%s before", before).isTrue();
    }
    assertThat(found("quince, lantern, harbour".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(found(new byte[0])).isFalse();
  }

  @Test
  void aWordIsFoundInWhatWasSerializedCompressedOrPrinted() throws IOException {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(object)) {
      out.writeObject(Map.of("notes", AROUND));
    }
    assertThat(found(object.toByteArray())).isTrue();
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    // Something stands before it.
    gzip.write('>');
    write(new GZIPOutputStream(gzip), object.toByteArray());
    write(new DeflaterOutputStream(zlib), AROUND.repeat(9).getBytes(StandardCharsets.UTF_16LE));
    ZipOutputStream archive = new ZipOutputStream(zip);
    archive.putNextEntry(new ZipEntry("notes.txt"));
    write(archive, AROUND.getBytes(StandardCharsets.UTF_8));
    assertThat(found(gzip.toByteArray())).isTrue();
    assertThat(found(zlib.toByteArray())).isTrue();
    assertThat(found(zip.toByteArray())).isTrue();
    assertThat(found(pdf())).isTrue();
  }

  private static void write(OutputStream out, byte[] bytes) throws IOException {
    try (out) {
      out.write(bytes);
    }
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        // In pieces, as printers do, so that the file itself does not hold the word.
        for (String letter : AROUND.split("")) {
          content.showText(letter);
        }
        content.endText();
      }
      document.save(file);
    }
    return file.toByteArray();
  }

  private static boolean found(byte[] bytes) {
    return WhatTablesHold.isIn(bytes, MARKER);
  }
}
