package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.DeliverablePdfs;
import app.chancery.documents.Document;
import app.chancery.documents.Paper;
import app.chancery.documents.SampleDocuments;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How many documents a second are printed, and what a programme file of a hundred pages takes. The
 * system property {@code bench.prints} (60 of each) sets how often.
 */
@OfficeTest
class DocumentsBench {

  private static final int PARTS_OF_A_HUNDRED_PAGES = 49;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Autowired DeliverablePdfs pdfs;

  @Test
  void documentsArePrinted() {
    int prints = Integer.getInteger("bench.prints", 60);
    Report report =
        new Report(
            "documents",
            "| document | pages | a second, one thread | a second, two threads | ms of a processor | MB allocated |");
    measure(report, "all pictures, all scripts", SampleDocuments.full(), prints);
    measure(report, "60 stakeholders", SampleDocuments.crowd(), prints);
    measure(
        report,
        "programme file",
        SampleDocuments.file(PARTS_OF_A_HUNDRED_PAGES),
        Math.max(3, prints / 10));
    report.write();
  }

  private void measure(Report report, String name, Document document, int prints) {
    Deliverable deliverable =
        new Deliverable(
            1,
            "XR-2026",
            DeliverableKind.MEDIA_BRIEF,
            1,
            () -> document,
            "0".repeat(64),
            OffsetDateTime.parse("2026-11-23T12:00:00Z"),
            "planner",
            OffsetDateTime.parse("2026-11-23T12:00:00Z"));
    byte[] first = new byte[0];
    for (int warmUp = 0; warmUp < Math.max(2, prints / 4); warmUp++) {
      first = pdfs.pdf(deliverable);
    }
    int pages;
    try (Paper paper = new Paper(first)) {
      pages = paper.pages();
      assertThat(paper.text(pages)).contains("Page %s of %s".formatted(pages, pages));
    }
    long allocated = allocated();
    long busy = THREADS.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    IntStream.range(0, prints).forEach(print -> pdfs.pdf(deliverable));
    double alone = prints / seconds(began);
    long processor = (THREADS.getCurrentThreadCpuTime() - busy) / prints / 1_000_000;
    long each = (allocated() - allocated) / prints / 1_000_000;
    began = System.nanoTime();
    List<Thread> two =
        IntStream.range(0, 2)
            .mapToObj(
                thread ->
                    new Thread(
                        () ->
                            IntStream.range(0, prints / 2).forEach(print -> pdfs.pdf(deliverable))))
            .toList();
    two.forEach(Thread::start);
    two.forEach(DocumentsBench::await);
    double together = prints / 2 * 2 / seconds(began);
    report.add(
        name, "" + pages, List.of(figure(alone), figure(together), "" + processor, "" + each));
  }

  private static void await(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static String figure(double number) {
    return String.format(Locale.ENGLISH, "%.1f", number);
  }
}
