package app.chancery.desk.policy;

import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.export.TableAddresses;
import app.chancery.platform.files.IncomingFiles;
import app.chancery.platform.files.SentFile;
import app.chancery.platform.files.Sizes;
import app.chancery.platform.files.TakenFile;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.InPlace;
import app.chancery.platform.people.Person;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.PolicyFile;
import app.chancery.readiness.PolicyTable;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The policy tables: which are in use, what an edited one would change, and its release. */
@Controller
class PolicyPages {

  private static final String ADDRESS = "/policy";

  /** How a file of a table is called, behind the dot. */
  private static final String ENDING = "dmn";

  /** Told to the next page alone. */
  private static final String DONE = "done";

  private static final Set<String> TRIERS =
      Set.of(Groups.ANALYSTS, Groups.PLANNERS, Groups.EXECUTIVES);

  private final TableStates states;
  private final TableReleases tables;
  private final Trials trials;
  private final TrialRegister register;
  private final Releases releases;
  private final PolicyFile files;
  private final Policies policies;
  private final Programmes programmes;
  private final IncomingFiles incoming;
  private final PolicySettings settings;
  private final Author author;

  PolicyPages(
      TableStates states,
      TableReleases tables,
      Trials trials,
      TrialRegister register,
      Releases releases,
      PolicyFile files,
      Policies policies,
      Programmes programmes,
      IncomingFiles incoming,
      PolicySettings settings,
      Author author) {
    this.states = states;
    this.tables = tables;
    this.trials = trials;
    this.register = register;
    this.releases = releases;
    this.files = files;
    this.policies = policies;
    this.programmes = programmes;
    this.incoming = incoming;
    this.settings = settings;
    this.author = author;
  }

  /**
   * @param tooLarge of a file that nobody has read
   */
  @GetMapping(ADDRESS)
  ModelAndView policy(@RequestParam(defaultValue = "false") boolean tooLarge) {
    return tooLarge
        ? page(
            "",
            List.of(new Fault(PolicyFile.FIELD, incoming.tooLarge())),
            HttpStatus.PAYLOAD_TOO_LARGE)
        : page("", List.of(), HttpStatus.OK);
  }

  /** The file of a version, to be edited. */
  @GetMapping(path = ADDRESS + "/tables/{table}/{version}", produces = MediaType.ALL_VALUE)
  @ResponseBody
  ResponseEntity<byte[]> file(@PathVariable String table, @PathVariable int version) {
    byte[] content =
        Coded.find(PolicyTable.class, table)
            .flatMap(known -> tables.file(known.code(), version))
            .orElseThrow(() -> new NotFound(Words.of("policyTable.none")));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(table + "." + ENDING).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }

  @PostMapping(ADDRESS + "/trials")
  ModelAndView tryOut(
      @RequestParam(required = false) Part file,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal Person person) {
    try {
      SentFile sent = SentFile.of(file);
      TakenFile taken =
          incoming.takeToRead(sent.name(), sent.content(), ENDING, settings.largest().toBytes());
      long begun = InPlace.of(person.inPlaceOf(TRIERS), () -> trials.begin(taken, note));
      return new ModelAndView("redirect:" + address(begun));
    } catch (Refused refused) {
      return page(note, refused.faults(), SentFile.status(refused));
    }
  }

  @GetMapping(ADDRESS + "/trials/{id}")
  ModelAndView report(@PathVariable long id) {
    return report(id, "", List.of(), HttpStatus.OK);
  }

  @PostMapping(ADDRESS + "/trials/{id}/again")
  ModelAndView again(@PathVariable long id) {
    try {
      trials.again(id);
    } catch (Conflict goesOn) {
      return report(id, "", goesOn.faults(), HttpStatus.CONFLICT);
    }
    return new ModelAndView("redirect:" + address(id));
  }

  @PostMapping(ADDRESS + "/trials/{id}/release")
  ModelAndView release(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Person person,
      RedirectAttributes next) {
    try {
      InPlace.of(person.inPlaceOf(Releases.RELEASERS), () -> releases.release(id, reason));
    } catch (Refused refused) {
      return report(id, reason, refused.faults(), SentFile.status(refused));
    }
    next.addFlashAttribute(DONE, Words.of("policyRelease.done"));
    return new ModelAndView("redirect:" + address(id));
  }

  private static String address(long trial) {
    return ADDRESS + "/trials/" + trial;
  }

  private ModelAndView page(String note, List<Fault> faults, HttpStatus status) {
    return new ModelAndView("policy", status)
        .addObject("states", states.all())
        .addObject("trials", register.newest(settings.shown()))
        .addObject("brokenOff", brokenOff())
        .addObject("released", released())
        .addObject("note", note)
        .addObject("wrong", byField(faults))
        .addObject("mayTry", author.isOneOf(TRIERS))
        .addObject("largest", Sizes.inWords(settings.largest().toBytes()));
  }

  private Predicate<Trial> brokenOff() {
    return trials::isBrokenOff;
  }

  private Set<Long> released() {
    return releases.all().stream().map(Releases.Release::trial).collect(Collectors.toSet());
  }

  private ModelAndView report(long id, String reason, List<Fault> faults, HttpStatus status) {
    Trial trial = register.get(id);
    List<Movement> moves = register.moves(id, settings.shown());
    List<TrialRegister.Count> counts = register.counts(id);
    TableVersions inUse = tables.inUse(PolicyTable.ids());
    return new ModelAndView("policy-trial", status)
        .addObject("trial", trial)
        .addObject("brokenOff", trials.isBrokenOff(trial))
        .addObject("open", Report.counted(counts, false))
        .addObject("ended", Report.counted(counts, true))
        .addObject("moves", moves)
        .addObject("called", called(moves))
        .addObject("offers", offers(trial))
        .addObject("release", releases.of(id).orElse(null))
        .addObject(
            "others",
            trial.comparedWith().others(inUse).stream()
                .map(each -> Coded.of(PolicyTable.class, each).word())
                .collect(Collectors.joining(", ")))
        .addObject("reason", reason)
        .addObject("wrong", byField(faults))
        .addObject("mayRelease", releases.isOpenToReader(trial))
        .addObject("mayTry", author.isOneOf(TRIERS))
        .addObject("files", TableAddresses.of("/api/v1/policy/moves?trial=" + id));
  }

  private static Map<String, List<String>> byField(List<Fault> faults) {
    return faults.stream()
        .collect(
            Collectors.groupingBy(
                Fault::field, Collectors.mapping(Fault::message, Collectors.toList())));
  }

  private Map<String, String> called(List<Movement> moves) {
    return programmes.all(moves.stream().map(Movement::programme).toList()).stream()
        .collect(Collectors.toMap(Programme::key, Programme::called));
  }

  private List<Report.Offered> offers(Trial trial) {
    if (trial.status() != Trial.Status.DONE) {
      return List.of();
    }
    Policy before = policies.of(tables.at(trial.comparedWith()));
    return Report.offers(
        trial.table(),
        before,
        policies.of(files.tried(trial.table(), register.content(trial.id()), before.tables())));
  }
}
