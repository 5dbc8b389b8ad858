package app.chancery.rehearsal.commandline;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.DeliverablePages;
import app.chancery.documents.DeliverablePdfs;
import app.chancery.documents.Library;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes deliverables as files. */
@Component
class DocumentFiles {

  private final ObjectMapper json;
  private final Library library;
  private final DeliverablePages pages;
  private final DeliverablePdfs pdfs;

  DocumentFiles(ObjectMapper json, Library library, DeliverablePages pages, DeliverablePdfs pdfs) {
    this.json = json;
    this.library = library;
    this.pages = pages;
    this.pdfs = pdfs;
  }

  /** A deliverable and the files it was written into. */
  record Written(Deliverable deliverable, List<Path> paths) {}

  /**
   * Writes each version of each document, as JSON and as a page that can be read without a server;
   * the newest version has the plain name.
   *
   * @param pdf whether to print them too
   * @param folder is made if it does not exist
   * @throws NotWritten naming the first that cannot be written
   */
  List<Written> write(List<Deliverable> deliverables, Path folder, boolean pdf) {
    make(folder);
    Map<DeliverableKind, Integer> newest =
        deliverables.stream()
            .collect(Collectors.toMap(Deliverable::kind, Deliverable::version, Math::max));
    // Threads of our own know where the templates are in the jar; those of parallel streams do not.
    ExecutorService hands =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      return deliverables.stream()
          .map(
              each -> {
                boolean isNewest = newest.get(each.kind()) == each.version();
                String name = each.kind().slug() + (isNewest ? "" : "-v" + each.version());
                return CompletableFuture.supplyAsync(
                    () -> new Written(each, write(each, folder, name, pdf)), hands);
              })
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof NotWritten notWritten ? notWritten : e;
    } finally {
      hands.shutdownNow();
    }
  }

  /**
   * Draws one, in a thread of its own, and throws it away: whoever draws the first waits a second
   * until all that is needed is loaded.
   */
  void practise(Deliverable deliverable) {
    Thread drawing = new Thread(() -> pages.html(deliverable), "documents-ahead");
    drawing.setDaemon(true);
    drawing.start();
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new NotWritten(folder, e);
    }
  }

  private List<Path> write(Deliverable deliverable, Path folder, String name, boolean pdf) {
    Path data = folder.resolve(name + ".json");
    Path page = folder.resolve(name + ".html");
    Path paper = folder.resolve(name + ".pdf");
    write(
        data,
        file ->
            json.writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file, library.view(deliverable)));
    write(page, file -> file.write(pages.html(deliverable).getBytes(StandardCharsets.UTF_8)));
    if (pdf) {
      write(paper, file -> file.write(pdfs.pdf(deliverable)));
    }
    return pdf ? List.of(data, page, paper) : List.of(data, page);
  }

  /** Of what cannot be written whole nothing stays that somebody could take for it. */
  private static void write(Path path, Content content) {
    boolean begun = false;
    try (OutputStream file = Files.newOutputStream(path)) {
      begun = true;
      content.writeTo(file);
    } catch (IOException e) {
      if (begun) {
        forget(path, e);
      }
      throw new NotWritten(path, e);
    }
  }

  private static void forget(Path path, IOException why) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private interface Content {

    void writeTo(OutputStream file) throws IOException;
  }

  /** For example because the disk is full. */
  static final class NotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotWritten(Path path, IOException why) {
      super("%s cannot be written: %s".formatted(path, reason(why)), why);
    }

    /** What the machine says, without the path once more. */
    private static String reason(IOException why) {
      return why instanceof FileSystemException told && told.getReason() != null
          ? told.getReason()
          : why instanceof FileSystemException ? why.getClass().getSimpleName() : why.getMessage();
    }
  }
}
