package app.chancery.desk.talk;

import app.chancery.desk.talk.Talk.Saying;
import app.chancery.platform.files.IncomingFiles;
import app.chancery.platform.files.SentFile;
import app.chancery.platform.files.TakenFile;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import app.chancery.records.talk.TalkFile;
import app.chancery.records.talk.TalkFiles;
import app.chancery.records.talk.TalkPlace;
import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files that hang on a programme or a task: added, fetched, taken away. */
@Controller
class FilePages {

  private static final String ALL = MediaType.ALL_VALUE;

  /** Nothing in a file may run, load or lead anywhere, whatever a browser makes of it. */
  private static final String SHUT = "default-src 'none'; sandbox; frame-ancestors 'none'";

  /** The same of what browsers show with a viewer of their own, which they start in no sandbox. */
  private static final String SHOWN =
      "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline';"
          + " frame-ancestors 'none'";

  private final Grounds grounds;
  private final TalkPages pages;
  private final IncomingFiles incoming;
  private final TalkFiles files;

  FilePages(Grounds grounds, TalkPages pages, IncomingFiles incoming, TalkFiles files) {
    this.grounds = grounds;
    this.pages = pages;
    this.incoming = incoming;
    this.files = files;
  }

  @PostMapping("/programmes/{key}/files")
  ModelAndView onProgramme(
      @PathVariable String key,
      @RequestParam(required = false) Part file,
      @RequestParam(defaultValue = "") String receipt,
      RedirectAttributes next) {
    return added(
        TalkPlace.programme(key), () -> grounds.programme(key).place(), file, receipt, next);
  }

  @PostMapping("/tasks/{id}/files")
  ModelAndView onTask(
      @PathVariable String id,
      @RequestParam(required = false) Part file,
      @RequestParam(defaultValue = "") String receipt,
      RedirectAttributes next) {
    return added(TalkPlace.task(id, null), () -> grounds.toTalkOn(id), file, receipt, next);
  }

  private ModelAndView added(
      TalkPlace asked,
      Supplier<TalkPlace> allowed,
      Part file,
      String receipt,
      RedirectAttributes next) {
    try {
      TalkPlace place = allowed.get();
      SentFile sent = SentFile.of(file);
      TakenFile taken = incoming.take(sent.name(), sent.content());
      files.add(place, taken, receipt);
      return TalkPages.done(
          place,
          Words.of(taken.cleaned() ? "talk.file.done.cleaned" : "talk.file.done.added")
              .formatted(taken.name()),
          next);
    } catch (Refused refused) {
      return pages.page(
          asked, Saying.ofFile(TalkPages.sentence(refused)), SentFile.status(refused));
    }
  }

  /** As a file, never in the browser. */
  @GetMapping(path = "/files/{id}", produces = ALL)
  @ResponseBody
  ResponseEntity<byte[]> fetch(@PathVariable long id) {
    TalkFile file = seen(id);
    return sent(file, files.content(file), ContentDisposition.attachment(), SHUT);
  }

  /** In the browser, if it is a picture or a PDF; as a file, if a PDF does more than to be read. */
  @GetMapping(path = "/files/{id}/shown", produces = ALL)
  @ResponseBody
  ResponseEntity<byte[]> show(@PathVariable long id) {
    TalkFile file = seen(id);
    if (file.shown()) {
      return sent(file, files.content(file), ContentDisposition.inline(), SHOWN);
    }
    if (!file.type().equals(MediaType.APPLICATION_PDF_VALUE)) {
      throw new NotFound(Words.of("talk.file.none"));
    }
    return fetch(id);
  }

  private static ResponseEntity<byte[]> sent(
      TalkFile file, byte[] content, ContentDisposition.Builder disposition, String policy) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .header(HttpHeaders.CONTENT_DISPOSITION, named(disposition, file.name()))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", policy)
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(content);
  }

  /**
   * A name that is not of ASCII has a plain one before it for what knows no other: the way of mails
   * to write it there is none of HTTP.
   */
  private static String named(ContentDisposition.Builder disposition, String name) {
    String plain = disposition.filename(name.replaceAll("[^ -~]", "_")).build().toString();
    String full = disposition.filename(name, StandardCharsets.UTF_8).build().toString();
    return name.chars().allMatch(sign -> sign >= ' ' && sign <= '~')
        ? plain
        : plain + "; " + full.substring(full.indexOf("filename*="));
  }

  @PostMapping("/files/{id}/remove")
  ModelAndView remove(@PathVariable long id, RedirectAttributes next) {
    TalkFile file = files.get(id);
    grounds.checkSight(file.place());
    try {
      files.remove(file);
      return TalkPages.done(file.place(), removed(file), next);
    } catch (Refused refused) {
      return pages.page(
          file.place(), Saying.ofFile(TalkPages.sentence(refused)), SentFile.status(refused));
    }
  }

  /** Who does not read there learns no name. */
  private String removed(TalkFile file) {
    return grounds.reads(file.place())
        ? Words.of("talk.file.done.removed").formatted(file.name())
        : Words.of("talk.file.done.struck");
  }

  /** One in a place that is there for the person who acts. */
  private TalkFile seen(long id) {
    TalkFile file = files.get(id);
    grounds.of(file.place());
    return file;
  }
}
