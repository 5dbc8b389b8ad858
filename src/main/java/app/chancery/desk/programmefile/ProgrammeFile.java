package app.chancery.desk.programmefile;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import app.chancery.documents.Picture.Moment;
import app.chancery.documents.Picture.Span;
import app.chancery.integration.Activities;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.integration.RatificationHolds;
import app.chancery.integration.Ratifications;
import app.chancery.oversight.Review;
import app.chancery.oversight.Reviews;
import app.chancery.platform.files.Sizes;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.ProgrammeEnded;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.talk.TalkFiles;
import app.chancery.records.talk.TalkPlace;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;

/**
 * Compiles the file of a programme from its steps, documents, decisions and notices, and issues it
 * when the programme ends. Restricted documents are named and not quoted, because more people may
 * read the file than those.
 */
@Service
public class ProgrammeFile {

  private final Programmes programmes;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Milestones milestones;
  private final Activities activities;
  private final Ratifications ratifications;
  private final RatificationHolds holds;
  private final Reviews reviews;
  private final Clock clock;
  private final Days days;
  private final Signatures signatures;
  private final Allies allies;
  private final TalkFiles files;

  ProgrammeFile(
      Programmes programmes,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Milestones milestones,
      Activities activities,
      Ratifications ratifications,
      RatificationHolds holds,
      Reviews reviews,
      Clock clock,
      Days days,
      Signatures signatures,
      Allies allies,
      TalkFiles files) {
    this.programmes = programmes;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.milestones = milestones;
    this.activities = activities;
    this.ratifications = ratifications;
    this.holds = holds;
    this.reviews = reviews;
    this.clock = clock;
    this.days = days;
    this.signatures = signatures;
    this.allies = allies;
    this.files = files;
  }

  /** Last of all who hear of the end, so that the file tells what the others did. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void issue(ProgrammeEnded ended) {
    deliverables.issue(
        ended.programme(), DeliverableKind.PROGRAMME_FILE, compile(ended.programme()));
  }

  /**
   * What is on record of a programme now, whether it has ended or not.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  public Document compile(String key) {
    Programme programme = programmes.get(key);
    List<Deliverable> parts = parts(key);
    List<Section> sections = new ArrayList<>();
    sections.add(programme(programme));
    sections.add(documents(key, parts));
    for (int number = 1; number <= parts.size(); number++) {
      sections.addAll(part(number, parts.get(number - 1)));
    }
    sections.add(decisions(key));
    sections.add(notices(key));
    sections.add(files(key));
    return new Document(
        Words.of("file.title").formatted(programme.called()), summary(programme), sections);
  }

  /** Of each kind the newest approved version; of a series each approved one. */
  private List<Deliverable> parts(String key) {
    List<Deliverable> approved =
        deliverables.of(key).stream()
            .filter(Deliverable::isApproved)
            .filter(each -> each.kind() != DeliverableKind.PROGRAMME_FILE)
            .toList();
    return Arrays.stream(DeliverableKind.values())
        .flatMap(kind -> inForce(kind, approved))
        .toList();
  }

  private static Stream<Deliverable> inForce(DeliverableKind kind, List<Deliverable> approved) {
    Stream<Deliverable> versions = approved.stream().filter(each -> each.kind() == kind);
    return kind.isSeries()
        ? versions
        : versions.max(Comparator.comparing(Deliverable::version)).stream();
  }

  private String summary(Programme programme) {
    return programme.isOpen()
        ? Words.of("file.goesOn").formatted(programme.called(), days.words(programme.openedAt()))
        : Words.of("file.ended")
            .formatted(
                programme.called(),
                days.words(programme.openedAt()),
                days.words(programme.endedAt()),
                programme.outcome().sentence(),
                programme.why());
  }

  private Section programme(Programme programme) {
    return Section.headed(Words.of("file.programme"))
        .fact(Words.of("file.candidate"), programme.called())
        .fact(
            Words.of("file.opened"),
            Words.of("file.by")
                .formatted(time(programme.openedAt()), signatures.of(programme.openedBy())))
        .fact(
            Words.of("file.tier"),
            programme.tier() == null ? Words.of("file.notSettled") : programme.tier().word())
        .fact(
            Words.of("file.endedOn"),
            programme.isOpen() ? Words.of("file.notYet") : time(programme.endedAt()))
        .fact(
            Words.of("file.outcome"),
            programme.isOpen() ? Words.of("file.open") : programme.outcome().sentence())
        .fact(Words.of("file.why"), programme.why())
        .showing(timeline(programme))
        .table(
            Words.of("file.steps"),
            List.of(Words.of("file.step"), Words.of("file.entered"), Words.of("file.left")),
            programmes.steps(programme.key()),
            each ->
                row(
                    each.step().title(),
                    time(each.enteredAt()),
                    each.leftAt() == null ? Words.of("file.notLeft") : time(each.leftAt())),
            Words.of("file.steps.none"))
        .table(
            Words.of("file.milestones"),
            List.of(
                Words.of("file.milestone"),
                Words.of("file.target"),
                Words.of("file.due"),
                Words.of("file.met"),
                Words.of("file.evidence")),
            milestones.of(programme.key()),
            each ->
                row(
                    each.name(),
                    each.target(),
                    each.dueOn(),
                    each.isMet() ? each.metOn() : Words.of("file.notMet"),
                    each.evidence()),
            Words.of("file.milestones.none"))
        .table(
            Words.of("file.activities"),
            List.of(
                Words.of("file.day"),
                Words.of("file.activity.kind"),
                Words.of("file.activity"),
                Words.of("file.participants")),
            activities.of(programme.key()),
            each ->
                row(
                    each.date(),
                    each.kind().word(),
                    each.name(),
                    String.join("; ", each.participants())),
            Words.of("file.activities.none"))
        .table(
            Words.of("file.ratifications"),
            List.of(
                Words.of("file.party"),
                Words.of("file.parliament"),
                Words.of("file.signature"),
                Words.of("file.deposit")),
            ratifications.told(programme.key()),
            each -> row(each.name(), each.parliament(), each.signature(), each.deposit()),
            Words.of("file.ratifications.none"))
        .table(
            Words.of("file.holds"),
            List.of(
                Words.of("file.day"),
                Words.of("file.party"),
                Words.of("file.stated"),
                Words.of("file.reason")),
            holds.of(programme.key()),
            each -> row(each.date(), each.ally(), each.change().word(), each.reason()),
            Words.of("file.holds.none"));
  }

  private Picture timeline(Programme programme) {
    OffsetDateTime end = programme.isOpen() ? OffsetDateTime.now(clock) : programme.endedAt();
    List<Lane> lanes = new ArrayList<>();
    for (Step step : Step.values()) {
      List<Span> stays =
          programmes.steps(programme.key()).stream()
              .filter(entry -> entry.step() == step)
              .map(entry -> span(entry, end))
              .toList();
      if (!stays.isEmpty()) {
        lanes.add(new Lane(step.title(), stays, List.of()));
      }
    }
    for (Milestone milestone : milestones.of(programme.key())) {
      lanes.add(
          Lane.at(
              milestone.name(),
              milestone.isMet() ? milestone.metOn() : milestone.dueOn(),
              milestone.isMet()));
    }
    add(
        lanes,
        Words.of("file.activities"),
        activities.of(programme.key()).stream().map(each -> new Moment(each.date(), true)));
    add(
        lanes,
        Words.of("file.reviews"),
        reviews.of(programme.key()).stream()
            .map(
                review ->
                    review.openedAt() == null
                        ? new Moment(days.of(review.plannedFor()), false)
                        : new Moment(
                            days.of(review.openedAt()), review.status() == Review.Status.HELD)));
    return new Picture.Timeline(Words.of("file.timeline"), days.of(end), lanes);
  }

  private static void add(List<Lane> lanes, String label, Stream<Moment> moments) {
    List<Moment> all = moments.toList();
    if (!all.isEmpty()) {
      lanes.add(new Lane(label, List.of(), all));
    }
  }

  private Span span(StepEntry entry, OffsetDateTime end) {
    return new Span(
        days.of(entry.enteredAt()), days.of(entry.leftAt() == null ? end : entry.leftAt()));
  }

  private Section documents(String key, List<Deliverable> parts) {
    return Section.headed(Words.of("file.documents"))
        .table(
            Words.of("file.documents.all"),
            List.of(
                Words.of("file.document"),
                Words.of("file.version"),
                Words.of("file.made"),
                Words.of("file.approved"),
                Words.of("file.place")),
            deliverables.of(key).stream()
                .filter(each -> each.kind() != DeliverableKind.PROGRAMME_FILE)
                .toList(),
            each ->
                row(
                    each.kind().title(),
                    each.version(),
                    days.words(each.createdAt()),
                    each.isApproved()
                        ? "%s, %s"
                            .formatted(
                                days.words(each.approvedAt()), signatures.of(each.approvedBy()))
                        : Words.of("file.notApproved"),
                    place(each, parts)),
            Words.of("file.documents.none"));
  }

  private static String place(Deliverable deliverable, List<Deliverable> parts) {
    int number = parts.indexOf(deliverable) + 1;
    if (number > 0) {
      return isRestricted(deliverable)
          ? Words.of("file.part.named").formatted(number)
          : Words.of("file.part").formatted(number);
    }
    return deliverable.isApproved() ? Words.of("file.replaced") : Words.of("file.unapproved");
  }

  /** Of a series it says which. */
  private static String name(Deliverable part) {
    return part.kind().isSeries()
        ? "%s %s".formatted(part.kind().title(), part.version())
        : part.kind().title();
  }

  private List<Section> part(int number, Deliverable part) {
    Section head =
        Section.headed(Words.of("file.part.heading").formatted(number, name(part)))
            .fact(Words.of("file.version"), part.version())
            .fact(
                Words.of("file.approved"),
                Words.of("file.by")
                    .formatted(days.words(part.approvedAt()), signatures.of(part.approvedBy())))
            .fact("SHA-256", part.sha256());
    if (isRestricted(part)) {
      return List.of(
          head.saying(Words.of("file.notIncluded").formatted(part.kind().classification())));
    }
    List<Section> sections = new ArrayList<>();
    String summary = part.document().summary();
    sections.add(summary == null || summary.isBlank() ? head : head.saying(summary));
    int at = 1;
    for (Section section : part.document().sections()) {
      sections.add(section.asPart("%s.%s %s".formatted(number, at++, section.heading())));
    }
    return sections;
  }

  private Section decisions(String key) {
    return Section.headed(Words.of("file.decisions"))
        .table(
            Words.of("file.decisions.caption"),
            List.of(
                Words.of("file.when"),
                Words.of("file.step"),
                Words.of("file.decision"),
                Words.of("file.reason"),
                Words.of("file.decidedBy")),
            // The file is for delegations too.
            decisions.shownToAll(key),
            each ->
                row(
                    time(each.decidedAt()),
                    step(each.step()),
                    each.what(),
                    each.why(),
                    signatures.of(each.decidedBy())),
            Words.of("file.decisions.none"));
  }

  private Section notices(String key) {
    UnaryOperator<String> countries = allies.names();
    return Section.headed(Words.of("file.notices"))
        .table(
            Words.of("file.notices.caption"),
            List.of(
                Words.of("file.when"),
                Words.of("file.step"),
                Words.of("file.subject"),
                Words.of("file.toldTo")),
            notices.of(key),
            each ->
                row(time(each.sentAt()), step(each.step()), each.subject(), each.toldTo(countries)),
            Words.of("file.notices.none"));
  }

  /** Those of its tasks are for whoever could do the task, and more people may read this. */
  private Section files(String key) {
    return Section.headed(Words.of("talk.files"))
        .table(
            Words.of("talk.file.listed"),
            List.of(
                Words.of("talk.file"),
                Words.of("talk.file.size"),
                Words.of("talk.file.by"),
                Words.of("talk.file.when"),
                Words.of("talk.file.sha256")),
            files.of(TalkPlace.programme(key)),
            each ->
                row(
                    each.isStruck()
                        ? Words.of("talk.file.listed.struck").formatted(each.name())
                        : each.name(),
                    Sizes.inWords(each.size()),
                    signatures.of(each.addedBy()),
                    time(each.addedAt()),
                    each.sha256()),
            Words.of("talk.files.none"));
  }

  private static boolean isRestricted(Deliverable deliverable) {
    return !deliverable.kind().readers().isEmpty();
  }

  /** What belongs to no step is of the programme itself. */
  private static String step(String folder) {
    return Coded.find(Step.class, folder)
        .map(Step::title)
        .orElseGet(() -> Words.of("page.document.programme"));
  }

  private String time(OffsetDateTime at) {
    return days.moment(at);
  }
}
