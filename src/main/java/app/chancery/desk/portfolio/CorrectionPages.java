package app.chancery.desk.portfolio;

import app.chancery.integration.Activities;
import app.chancery.integration.ActivityCorrections;
import app.chancery.platform.export.Table;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.security.EntryRight;
import app.chancery.platform.words.Words;
import app.chancery.programme.DossierCorrections;
import app.chancery.programme.DossierUpdates;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.Correctable;
import app.chancery.records.Correction;
import app.chancery.records.Corrections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/**
 * What was corrected in the record of a programme, and the forms by which those who may enter
 * something put it right.
 */
@Controller
class CorrectionPages {

  private static final String ADDRESS = "/programmes/{key}/corrections";

  private final Programmes programmes;
  private final Corrections corrections;
  private final DossierCorrections dossier;
  private final DossierUpdates figures;
  private final Activities activities;
  private final ActivityCorrections ofActivities;

  CorrectionPages(
      Programmes programmes,
      Corrections corrections,
      DossierCorrections dossier,
      DossierUpdates figures,
      Activities activities,
      ActivityCorrections ofActivities) {
    this.programmes = programmes;
    this.corrections = corrections;
    this.dossier = dossier;
    this.figures = figures;
    this.activities = activities;
    this.ofActivities = ofActivities;
  }

  /**
   * @param of the code of what is to be corrected; empty for the list alone
   * @param entry its number, where the programme has several
   */
  @GetMapping(ADDRESS)
  ModelAndView corrections(
      @PathVariable String key,
      @RequestParam(defaultValue = "") String of,
      @RequestParam(defaultValue = "0") long entry,
      @AuthenticationPrincipal Person reader) {
    Programme programme = programmes.get(key);
    CorrectionForm form = of.isEmpty() ? null : form(programme, kind(of), entry, reader.groups());
    return page(programme, form, reader, HttpStatus.OK);
  }

  /** What was corrected, as a file. */
  @GetMapping(
      path = ADDRESS,
      produces = {Table.CSV, Table.XLSX})
  @ResponseBody
  Table file(@PathVariable String key, @AuthenticationPrincipal Person reader) {
    return Table.of(
        "corrections",
        Correction.class,
        corrections.shownTo(reader.groups(), programmes.get(key).key()));
  }

  /** Takes a correction; one that is refused comes back as it was, with what is wrong. */
  @PostMapping(ADDRESS)
  ModelAndView correct(
      @PathVariable String key,
      @RequestParam String of,
      @RequestParam(defaultValue = "0") long entry,
      @RequestParam long seen,
      @RequestParam Map<String, String> sent,
      @AuthenticationPrincipal Person author) {
    Programme programme = programmes.get(key);
    CorrectionForm form = form(programme, kind(of), entry, author.groups());
    List<Fault> unknown = form.unknown(sent.keySet());
    if (!unknown.isEmpty()) {
      return page(programme, form.again(sent, unknown), author, HttpStatus.BAD_REQUEST);
    }
    try {
      return new ModelAndView(
          "redirect:/programmes/%s/corrections#correction-%s"
              .formatted(
                  key, right(form.of()).use(author, () -> taken(programme, form, seen, sent))));
    } catch (Refused refused) {
      // As it is on record now: somebody may have corrected it a moment ago.
      return page(
          programmes.get(key),
          form(programmes.get(key), form.of(), entry, author.groups())
              .again(sent, refused.faults()),
          author,
          refused instanceof Conflict ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
    }
  }

  /** The number of the last correction of it. */
  private long taken(
      Programme programme, CorrectionForm form, long seen, Map<String, String> sent) {
    switch (form.of()) {
      case CANDIDATE_NAME -> dossier.correctName(programme.key(), seen, sent);
      case FIGURE -> dossier.correctFigure(programme.key(), form.entry(), seen, sent);
      case ACTIVITY -> ofActivities.correct(programme.key(), form.entry(), seen, sent);
    }
    return last(programme, form.of(), form.entry());
  }

  private CorrectionForm form(
      Programme programme, Correctable of, long entry, List<String> groups) {
    if (!right(of).has(groups)) {
      throw new AccessDeniedException(Words.of("correctionPages.thoseCorrectItWhoMayEnter"));
    }
    String key = programme.key();
    return switch (of) {
      case CANDIDATE_NAME -> CorrectionForm.ofName(programme, last(programme, of, 0));
      case FIGURE ->
          CorrectionForm.ofFigure(dossier.figure(key, entry), last(programme, of, entry));
      case ACTIVITY ->
          CorrectionForm.ofActivity(
              ofActivities.activity(key, entry), key, last(programme, of, entry));
    };
  }

  private long last(Programme programme, Correctable of, long entry) {
    return corrections.last(programme.key(), of, entry).map(Correction::id).orElse(0L);
  }

  private static Correctable kind(String code) {
    return CorrectionForm.kind(code)
        .orElseThrow(
            () ->
                new Refused(
                    "of", Words.of("correction.unknownKind").formatted(PlainText.shown(code))));
  }

  private static EntryRight right(Correctable of) {
    return switch (of) {
      case CANDIDATE_NAME -> EntryRight.PROGRAMME;
      case FIGURE -> EntryRight.FIGURE;
      case ACTIVITY -> EntryRight.ACTIVITY;
    };
  }

  private ModelAndView page(
      Programme programme, CorrectionForm form, Person reader, HttpStatus status) {
    List<String> groups = reader.groups();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("programme", programme);
    model.put("title", Words.of("correction.title").formatted(programme.called()));
    model.put("corrections", corrections.shownTo(groups, programme.key()));
    model.put("files", TableAddresses.of("/programmes/%s/corrections".formatted(programme.key())));
    model.put("form", form);
    model.put("mayName", EntryRight.PROGRAMME.has(groups));
    model.put(
        "figures",
        EntryRight.FIGURE.has(groups) ? FigureOnPage.all(figures.of(programme.key())) : List.of());
    // What took place is for the staff.
    model.put("activities", Groups.areStaff(groups) ? activities.of(programme.key()) : List.of());
    model.put("mayActivities", EntryRight.ACTIVITY.has(groups));
    return new ModelAndView("corrections", model, status);
  }
}
