package app.chancery.desk.council;

import app.chancery.consensus.Consultation;
import app.chancery.consensus.CouncilOutcome;
import app.chancery.consensus.Extension;
import app.chancery.consensus.Position;
import app.chancery.consensus.Round;
import app.chancery.consensus.RoundStories;
import app.chancery.consensus.RoundStory;
import app.chancery.consensus.TakingUp;
import app.chancery.desk.council.RoundView.Event;
import app.chancery.desk.council.RoundView.Line;
import app.chancery.desk.council.RoundView.Link;
import app.chancery.documents.Library;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PackageChanges;
import app.chancery.engagement.Packages;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.words.Words;
import app.chancery.records.alliance.Allies;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One round as a reader may see it, with its proposal and the package in full. */
@Component
class RoundPage {

  private final RoundStories stories;
  private final Packages packages;
  private final Library library;
  private final Allies allies;
  private final Signatures signatures;
  private final Clock clock;

  RoundPage(
      RoundStories stories,
      Packages packages,
      Library library,
      Allies allies,
      Signatures signatures,
      Clock clock) {
    this.stories = stories;
    this.packages = packages;
    this.library = library;
    this.allies = allies;
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * @param groups of the reader
   * @throws app.chancery.platform.refusal.NotFound if there is no round of that id
   */
  RoundView of(long id, Collection<String> groups) {
    RoundStory story = stories.of(id);
    Round round = story.round();
    Sight sight = Sight.of(groups);
    UnaryOperator<String> allyNames = allies.names();
    Names names = new Names(allyNames, signatures.ofAll(accounts(story)));
    Map<Integer, EngagementPackage> versions =
        packages.versions(round.programme()).stream()
            .collect(Collectors.toMap(EngagementPackage::version, Function.identity()));
    EngagementPackage offer = versions.get(round.packageVersion());
    List<String> missing = story.tally().silent().stream().map(allyNames).sorted().toList();
    return new RoundView(
        id,
        round.programme(),
        story.candidate(),
        round.number(),
        story.state(),
        story.state().sentence(round),
        follows(story, offer),
        round.endedBecause(),
        round.tier().word(),
        round.packageVersion(),
        round.read(round.circulatedAt()),
        names.people.apply(round.circulatedBy()),
        round.silenceEnds(),
        round.deadline(),
        round.alliancesZone().getId(),
        round.endedAt() == null ? "" : round.read(round.endedAt()),
        round.allies().size(),
        sight.overseer() ? round.allies().size() - missing.size() : null,
        sight.overseer() ? missing : null,
        positions(story, sight, names),
        story.positions().stream()
            .filter(position -> sight.allies().contains(position.ally()))
            .map(position -> line(story, position, names))
            .toList(),
        story.state().isBroken() || round.status() == Round.Status.BROKEN
            ? story.objections().stream().map(each -> line(story, each, names)).toList()
            : List.of(),
        events(story, names.people),
        link(story.before()),
        link(story.after()),
        offer,
        story
            .sameProposalBefore()
            .map(before -> PackageChanges.between(versions.get(before.packageVersion()), offer))
            .orElse(List.of()),
        round.whatChanged(),
        List.of(round.justification().split("\n\n")),
        library.list(round.programme(), groups),
        OffsetDateTime.now(clock),
        mark(story, sight));
  }

  /**
   * What an open page asks again and again.
   *
   * @param groups of the reader
   */
  RoundStatus status(long id, Collection<String> groups) {
    RoundStory story = stories.of(id);
    return new RoundStatus(
        story.state(),
        story.state().word(),
        story.state().sentence(story.round()),
        story.round().silenceEnds().withOffsetSameInstant(ZoneOffset.UTC),
        story.round().deadline(),
        OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
        mark(story, Sight.of(groups)));
  }

  private static List<Line> positions(RoundStory story, Sight sight, Names names) {
    return story.tally().entries().stream()
        .filter(entry -> !entry.isSilent())
        .filter(entry -> sight.sees(entry.position()))
        .map(entry -> line(story, entry.position(), names))
        .sorted(Comparator.comparing(Line::ally))
        .toList();
  }

  private static Line line(RoundStory story, Position position, Names names) {
    return new Line(
        names.allies.apply(position.ally()),
        position,
        story.round().read(position.statedAt()),
        names.people.apply(position.statedBy()),
        withdrawn(story, position),
        story.numberOf(position).code(),
        Receipts.address(story, position));
  }

  /** When and why an objection was withdrawn; empty if it was not. */
  static String withdrawn(RoundStory story, Position position) {
    return story
        .withdrawalOf(position)
        .map(
            withdrawal ->
                Words.of("round.objection.withdrawn")
                    .formatted(story.round().read(withdrawal.withdrawnAt()), withdrawal.reason()))
        .orElse("");
  }

  /** All who did something in a round, so that they are asked for at once. */
  private static Set<String> accounts(RoundStory story) {
    return Stream.of(
            Stream.of(story.round().circulatedBy()),
            story.positions().stream().map(Position::statedBy),
            story.extensions().stream().map(Extension::extendedBy),
            story.consultations().stream().map(Consultation::concludedBy),
            story.takingsUp().stream().map(TakingUp::takenUpBy))
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }

  /**
   * @param allies gives the name of an Ally
   * @param people gives who stands behind an account
   */
  private record Names(UnaryOperator<String> allies, UnaryOperator<String> people) {}

  private static String follows(RoundStory story, EngagementPackage offer) {
    if (story.state().isOpen() || story.after() != null) {
      return "";
    }
    if (story.outcome() == CouncilOutcome.LOWER_TIER) {
      return Words.of("round.follows.lowerTier");
    }
    if (story.outcome() == CouncilOutcome.NO_CONSENSUS) {
      return Words.of(
          offer.status() == EngagementPackage.Status.DROPPED
              ? "round.follows.kept"
              : "round.follows.end");
    }
    return switch (story.state()) {
      case LAST_BROKEN, WITHDRAWN, WITHDRAWN_IN_CONSULTATION -> Words.of("round.follows.undecided");
      default -> "";
    };
  }

  /** All Allies were told of each. */
  private static List<Event> events(RoundStory story, UnaryOperator<String> people) {
    Round round = story.round();
    List<Event> events = new ArrayList<>();
    story
        .extensions()
        .forEach(
            each ->
                events.add(
                    new Event(
                        each.extendedAt(),
                        round.read(each.extendedAt()),
                        Words.of("round.event.extended")
                            .formatted(
                                round.deadline(each.endedBefore(), each.zone()),
                                round.deadline(each.endsNow(), each.zone())),
                        people.apply(each.extendedBy()),
                        each.reason())));
    story
        .consultations()
        .forEach(
            each ->
                events.add(
                    new Event(
                        each.concludedAt(),
                        round.read(each.concludedAt()),
                        Words.of("round.event.consulted").formatted(each.course().word()),
                        people.apply(each.concludedBy()),
                        each.account())));
    story
        .takingsUp()
        .forEach(
            each ->
                events.add(
                    new Event(
                        each.takenUpAt(),
                        round.read(each.takenUpAt()),
                        Words.of("round.event.takenUp"),
                        people.apply(each.takenUpBy()),
                        each.reason())));
    events.sort(Comparator.comparing(event -> event.at().toInstant()));
    return events;
  }

  private static Link link(Round round) {
    return round == null ? null : new Link(round.id(), round.number(), round.status().word());
  }

  /** From nothing that the reader may not see. */
  private static String mark(RoundStory story, Sight sight) {
    return "%s-%s-%s-%s-%s"
        .formatted(
            story.state().code(),
            story.round().silenceEnds().toEpochSecond(),
            story.positions().stream().filter(sight::sees).count(),
            story.round().status() == Round.Status.BROKEN
                ? story.objections().size() + story.withdrawals().size()
                : 0,
            story.after() == null ? 0 : story.after().id());
  }
}
