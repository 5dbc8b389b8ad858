package app.chancery.consensus;

import static app.chancery.documents.Document.row;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PackageSections;
import app.chancery.engagement.Packages;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What follows when the council adopts a proposal: the endorsed package and its document. */
@Service
public class Endorsement {

  private final CouncilRegister register;
  private final Packages packages;
  private final Programmes programmes;
  private final Allies allies;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Clock clock;
  private final Signatures signatures;

  Endorsement(
      CouncilRegister register,
      Packages packages,
      Programmes programmes,
      Allies allies,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices,
      Clock clock,
      Signatures signatures) {
    this.register = register;
    this.packages = packages;
    this.programmes = programmes;
    this.allies = allies;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
    this.clock = clock;
    this.signatures = signatures;
  }

  /** The package is endorsed; reservations go on record and all Allies are told (rule 8). */
  public CouncilOutcome endorse(String programme) {
    Round round = register.newest(programme).orElseThrow();
    Tally tally = tally(round);
    packages.endorse(programme);
    register.close(round.item(), CouncilOutcome.ADOPTED, OffsetDateTime.now(clock));
    decisions.record(
        programme,
        Step.CONSENSUS.folder(),
        Words.of("endorsement.packageEndorsedByConsensus"),
        Words.of("endorsement.noObjectionStoodWhenSilenceEnded")
            .formatted(round.deadline(), summary(tally, allies.names())));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PROPOSAL_ADOPTED,
            programme,
            Step.CONSENSUS.folder(),
            NoticePlace.round(round.id()),
            round.tier().word(),
            round.number(),
            round.deadline(),
            round.packageVersion(),
            reservations(tally, allies.names())));
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
    UnaryOperator<String> names = allies.names();
    Tally tally = tally(last);
    return Document.titled(
            Words.of("endorsement.councilEndorsement").formatted(name(programme)),
            Words.of("endorsement.theCouncilAdoptedThePackageOf")
                .formatted(
                    name(programme), last.tier().word(), last.deadline(), summary(tally, names)))
        .with(proposal(programme, last))
        .with(positions(rounds, tally, names))
        .with(reservations(last, tally, names))
        .with(rounds(rounds, names));
  }

  private Section proposal(String programme, Round round) {
    EngagementPackage offer = packages.endorsed(programme).orElseThrow();
    Section section =
        Section.headed(Words.of("endorsement.proposal"))
            .fact(Words.of("endorsement.tier"), offer.tier().word())
            .fact(Words.of("endorsement.packageVersion"), offer.version());
    for (String paragraph : round.justification().split("\n\n")) {
      section = section.saying(paragraph);
    }
    return PackageSections.milestones(
        PackageSections.instruments(PackageSections.offer(section, offer), offer), offer);
  }

  private Section positions(List<Round> rounds, Tally tally, UnaryOperator<String> names) {
    Round round = rounds.get(rounds.size() - 1);
    List<Position> stated = register.positions(round.id());
    return Section.headed(Words.of("endorsement.finalPositions"))
        .saying(
            Words.of("endorsement.findingEveryoneWhoWasAnAlly")
                .formatted(tally.finding().word(), round.read(round.circulatedAt())))
        .showing(picture(rounds, names))
        .table(
            Words.of("endorsement.whereEachAllyStoodWhenSilence"),
            List.of(
                Words.of("endorsement.ally"),
                Words.of("endorsement.position"),
                Words.of("endorsement.statedOn"),
                Words.of("endorsement.statedBy"),
                Words.of("round.receipt")),
            tally.entries().stream()
                .sorted(Comparator.comparing(entry -> names.apply(entry.ally())))
                .toList(),
            entry ->
                entry.isSilent()
                    ? row(named(entry.ally(), names), entry.word(), "", "", "")
                    : row(
                        named(entry.ally(), names),
                        entry.word(),
                        round.read(entry.position().statedAt()),
                        signatures.of(entry.position().statedBy()),
                        AnswerNumber.of(round, entry.position(), stated).code()),
            Words.of("endorsement.none"));
  }

  private Picture picture(List<Round> rounds, UnaryOperator<String> names) {
    List<Tally> tallies = rounds.stream().map(this::tally).toList();
    return new Picture.Positions(
        Words.of("endorsement.positionsOfTheAllies"),
        rounds.stream()
            .map(round -> Words.of("endorsement.round").formatted(round.number()))
            .toList(),
        tallies.stream()
            .flatMap(tally -> tally.entries().stream())
            .map(Tally.Entry::ally)
            .distinct()
            .sorted(Comparator.comparing(names))
            .map(
                ally ->
                    new Picture.AllyPositions(
                        ally,
                        names.apply(ally),
                        tallies.stream().map(tally -> standing(tally, ally)).toList()))
            .toList());
  }

  private static Picture.Standing standing(Tally tally, String ally) {
    return tally.entries().stream()
        .filter(entry -> entry.ally().equals(ally))
        .map(Endorsement::standing)
        .findFirst()
        .orElse(Picture.Standing.NOT_ASKED);
  }

  private static Picture.Standing standing(Tally.Entry entry) {
    return entry.isSilent()
        ? Picture.Standing.SILENT
        : switch (entry.position().stance()) {
          case NO_OBJECTION -> Picture.Standing.NO_OBJECTION;
          case RESERVATION -> Picture.Standing.RESERVATION;
          case OBJECTION -> Picture.Standing.OBJECTION;
        };
  }

  private Section reservations(Round round, Tally tally, UnaryOperator<String> names) {
    return Section.headed(Words.of("endorsement.reservations"))
        .table(
            Words.of("endorsement.reservationsInFull"),
            List.of(
                Words.of("endorsement.ally"),
                Words.of("endorsement.text"),
                Words.of("endorsement.statedBy"),
                Words.of("endorsement.statedOn")),
            byName(tally.reservations(), names),
            position ->
                row(
                    named(position.ally(), names),
                    position.statement(),
                    signatures.of(position.statedBy()),
                    round.read(position.statedAt())),
            Words.of("endorsement.noAllyMadeAReservation"));
  }

  private Section rounds(List<Round> rounds, UnaryOperator<String> names) {
    List<List<String>> objections = new ArrayList<>();
    List<List<String>> extensions = new ArrayList<>();
    for (Round round : rounds) {
      byName(tally(round).objections(), names)
          .forEach(
              position ->
                  objections.add(
                      row(
                          round.number(),
                          named(position.ally(), names),
                          position.statement(),
                          position.amendmentSought(),
                          after(round, position.ally()))));
      register
          .extensions(round.id())
          .forEach(
              extension ->
                  extensions.add(
                      row(
                          round.number(),
                          round.deadline(extension.endedBefore(), extension.zone()),
                          round.deadline(extension.endsNow(), extension.zone()),
                          extension.reason())));
    }
    return Section.headed(Words.of("endorsement.rounds"))
        .table(
            Words.of("endorsement.everyCirculationOfTheProposal"),
            List.of(
                Words.of("endorsement.round2"),
                Words.of("endorsement.packageVersion"),
                Words.of("endorsement.changed"),
                Words.of("endorsement.circulated"),
                Words.of("endorsement.deadline"),
                Words.of("endorsement.ended")),
            rounds,
            round ->
                row(
                    round.number(),
                    round.packageVersion(),
                    round.whatChanged(),
                    round.read(round.circulatedAt()),
                    round.deadline(),
                    round.status().word() + ", " + round.read(round.endedAt())),
            Words.of("endorsement.none"))
        .table(
            Words.of("endorsement.objectionsOnTheWay"),
            List.of(
                Words.of("endorsement.round2"),
                Words.of("endorsement.ally"),
                Words.of("endorsement.reason"),
                Words.of("endorsement.amendmentSought"),
                Words.of("endorsement.whatFollowed")),
            objections,
            Words.of("endorsement.noAllyObjected"))
        .table(
            Words.of("endorsement.extensionsOfTheDeadline"),
            List.of(
                Words.of("endorsement.round2"),
                Words.of("endorsement.endedBefore"),
                Words.of("endorsement.endsThen"),
                Words.of("endorsement.reason")),
            extensions,
            Words.of("endorsement.noDeadlineWasExtended"));
  }

  private String after(Round round, String ally) {
    return Stream.concat(
            register.withdrawals(round.id()).stream()
                .filter(withdrawal -> withdrawal.ally().equals(ally))
                .map(withdrawal -> Words.of("objection.withdrawn") + ": " + withdrawal.reason()),
            register.consultations(round.id()).stream()
                .map(consultation -> consultation.course().word() + ": " + consultation.account()))
        .collect(Collectors.joining("; "));
  }

  private Tally tally(Round round) {
    return Tally.of(round.allies(), register.positions(round.id()));
  }

  private static String summary(Tally tally, UnaryOperator<String> names) {
    int asked = tally.entries().size();
    int silent = tally.silent().size();
    String answers =
        silent == 0
            ? Words.counted("round.answered.all", asked)
            : silent == asked
                ? Words.counted("round.answered.nobody", asked)
                : Words.counted("round.answered.some", asked - silent, asked, silent);
    return answers + " " + reservations(tally, names);
  }

  private static String reservations(Tally tally, UnaryOperator<String> names) {
    return tally.reservations().isEmpty()
        ? Words.of("endorsement.noReservationWasMade")
        : byName(tally.reservations(), names).stream()
            .map(
                position ->
                    Words.of("endorsement.reservationOf")
                        .formatted(named(position.ally(), names), position.statement()))
            .collect(Collectors.joining("; "));
  }

  private static List<Position> byName(List<Position> positions, UnaryOperator<String> names) {
    return positions.stream()
        .sorted(Comparator.comparing(position -> names.apply(position.ally())))
        .toList();
  }

  private static String named(String ally, UnaryOperator<String> names) {
    return "%s (%s)".formatted(names.apply(ally), ally);
  }

  private String name(String programme) {
    return programmes.get(programme).name();
  }
}
