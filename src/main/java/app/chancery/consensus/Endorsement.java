package app.chancery.consensus;

import app.chancery.alliance.Allies;
import app.chancery.alliance.Ally;
import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.deliverables.Document;
import app.chancery.deliverables.Document.Section;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What follows when the council adopts a proposal: the endorsed package and its document. */
@Service
public class Endorsement {

  private static final String STEP = Secretariat.STEP;

  private final CouncilRegister register;
  private final Packages packages;
  private final Programmes programmes;
  private final Allies allies;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Clock clock;

  Endorsement(
      CouncilRegister register,
      Packages packages,
      Programmes programmes,
      Allies allies,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Clock clock) {
    this.register = register;
    this.packages = packages;
    this.programmes = programmes;
    this.allies = allies;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.clock = clock;
  }

  /** The package is endorsed; reservations go on record and all Allies are told (rule 8). */
  public CouncilOutcome endorse(String programme) {
    Round round = register.newest(programme).orElseThrow();
    Tally tally = tally(round);
    packages.endorse(programme);
    register.close(round.item(), CouncilOutcome.ADOPTED, OffsetDateTime.now(clock));
    decisions.record(
        programme,
        STEP,
        "Package endorsed by consensus",
        "No objection stood when silence ended on %s. %s"
            .formatted(round.deadline(), summary(tally)));
    notices.tellAllAllies(
        programme,
        STEP,
        "Adopted: %s as %s".formatted(name(programme), round.tier().word()),
        "Silence of round %d ended on %s without an objection. The package (version %d) is endorsed. %s"
            .formatted(
                round.number(), round.deadline(), round.packageVersion(), reservations(tally)));
    return CouncilOutcome.ADOPTED;
  }

  /** Issues the council endorsement from what is on record. */
  public void issue(String programme) {
    deliverables.issue(programme, DeliverableKind.COUNCIL_ENDORSEMENT, document(programme));
  }

  private Document document(String programme) {
    Round last = register.newest(programme).orElseThrow();
    List<Round> rounds =
        register.rounds(programme).stream().filter(each -> each.item() == last.item()).toList();
    Map<String, String> names =
        allies.on(last.circulatedAt().toLocalDate()).stream()
            .collect(Collectors.toMap(Ally::iso2, Ally::name));
    Function<String, String> named = ally -> names.getOrDefault(ally, ally) + " (" + ally + ")";
    Tally tally = tally(last);
    return Document.titled(
            "Council endorsement: " + name(programme),
            "The council adopted the package of %s as %s under silence, which ended on %s. %s"
                .formatted(name(programme), last.tier().word(), last.deadline(), summary(tally)))
        .with(proposal(programme, last))
        .with(positions(last, tally, named))
        .with(reservations(last, tally, named))
        .with(rounds(rounds, named));
  }

  private Section proposal(String programme, Round round) {
    EngagementPackage offer = packages.endorsed(programme).orElseThrow();
    Section section =
        Section.headed("Proposal")
            .fact("Programme", programme)
            .fact("Candidate", name(programme))
            .fact("Tier", offer.tier().word())
            .fact("Package version", offer.version());
    for (String paragraph : round.justification().split("\n\n")) {
      section = section.saying(paragraph);
    }
    return section
        .table("Security assurances", List.of("Assurance"), lines(offer.securityAssurances()), NONE)
        .table("Economic cooperation", List.of("Line"), lines(offer.economicCooperation()), NONE)
        .table("Joint training", List.of("Line"), lines(offer.jointTraining()), NONE)
        .table(
            "Instruments",
            List.of("Instrument", "Cost", "Reach", "From", "To"),
            offer.instruments().stream()
                .map(
                    planned ->
                        List.of(
                            planned.instrument().title(),
                            planned.cost(),
                            planned.reach(),
                            planned.from().toString(),
                            planned.to().toString()))
                .toList(),
            NONE)
        .table(
            "Milestones",
            List.of("Milestone", "Measure", "Target", "Due"),
            offer.milestones().stream()
                .map(
                    milestone ->
                        List.of(
                            milestone.name(),
                            milestone.measure(),
                            milestone.target(),
                            milestone.dueOn().toString()))
                .toList(),
            NONE);
  }

  private static final String NONE = "none";

  private static Section positions(Round round, Tally tally, Function<String, String> named) {
    return Section.headed("Final positions")
        .saying(
            "Finding: %s. Everyone who was an Ally on %s was asked; silence is assent."
                .formatted(tally.finding().word(), round.read(round.circulatedAt())))
        .table(
            "Where each Ally stood when silence ended",
            List.of("Ally", "Position", "Stated on"),
            tally.entries().stream()
                .map(
                    entry ->
                        List.of(
                            named.apply(entry.ally()),
                            entry.word(),
                            entry.isSilent() ? "" : round.read(entry.position().statedAt())))
                .toList(),
            NONE);
  }

  private static Section reservations(Round round, Tally tally, Function<String, String> named) {
    return Section.headed("Reservations")
        .table(
            "Reservations in full",
            List.of("Ally", "Text", "Stated by", "Stated on"),
            tally.reservations().stream()
                .map(
                    position ->
                        List.of(
                            named.apply(position.ally()),
                            position.statement(),
                            position.statedBy(),
                            round.read(position.statedAt())))
                .toList(),
            "No Ally made a reservation.");
  }

  private Section rounds(List<Round> rounds, Function<String, String> named) {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> objections = new ArrayList<>();
    List<List<String>> extensions = new ArrayList<>();
    for (Round round : rounds) {
      rows.add(
          List.of(
              String.valueOf(round.number()),
              String.valueOf(round.packageVersion()),
              round.whatChanged() == null ? "" : round.whatChanged(),
              round.read(round.circulatedAt()),
              round.deadline(),
              round.status().word() + ", " + round.read(round.endedAt())));
      tally(round)
          .objections()
          .forEach(
              position ->
                  objections.add(
                      List.of(
                          String.valueOf(round.number()),
                          named.apply(position.ally()),
                          position.statement(),
                          position.amendmentSought() == null ? "" : position.amendmentSought(),
                          after(round))));
      register
          .extensions(round.id())
          .forEach(
              extension ->
                  extensions.add(
                      List.of(
                          String.valueOf(round.number()),
                          Moments.read(extension.endedBefore(), extension.zone()),
                          Moments.read(extension.endsNow(), extension.zone()),
                          extension.reason())));
    }
    return Section.headed("Rounds")
        .table(
            "Every circulation of the proposal",
            List.of("Round", "Package version", "Changed", "Circulated", "Deadline", "Ended"),
            rows,
            NONE)
        .table(
            "Objections on the way",
            List.of("Round", "Ally", "Reason", "Amendment sought", "What followed"),
            objections,
            "No Ally objected.")
        .table(
            "Extensions of the deadline",
            List.of("Round", "Ended before", "Ends then", "Reason"),
            extensions,
            "No deadline was extended.");
  }

  private String after(Round round) {
    return register.consultations(round.id()).stream()
        .map(consultation -> consultation.course().word() + ": " + consultation.account())
        .collect(Collectors.joining("; "));
  }

  private Tally tally(Round round) {
    return Tally.of(round.allies(), register.positions(round.id()));
  }

  private static String summary(Tally tally) {
    long answered = tally.entries().size() - tally.silent().size();
    return "%d of %d Allies answered, the others were silent, which is assent. %s"
        .formatted(answered, tally.entries().size(), reservations(tally));
  }

  private static String reservations(Tally tally) {
    return tally.reservations().isEmpty()
        ? "No reservation was made."
        : tally.reservations().stream()
            .map(position -> position.ally() + " reserves: " + position.statement())
            .collect(Collectors.joining("; "));
  }

  private static List<List<String>> lines(List<String> lines) {
    return lines.stream().map(List::of).toList();
  }

  private String name(String programme) {
    return programmes.get(programme).name();
  }
}
