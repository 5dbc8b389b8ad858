package app.chancery.consensus;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.StandingTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Moments;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.alliance.Allies;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people see on the forms of the council. A delegation sees no position but its own. */
@Component
class CouncilBriefing implements TaskBriefing {

  private static final String CIRCULATE = "userTask_circulateProposal";
  private static final String STATE = "userTask_statePosition";
  private static final String FOLLOW = "userTask_followRound";
  private static final String CONSULT = "userTask_consultObjectors";
  private static final String JOIN = "userTask_joinConsultation";
  private static final String TAKE_UP = "userTask_takeUpAgain";
  private static final String AMEND = "userTask_amendPackage";
  private static final String FALL_BACK = "userTask_chooseFallBack";

  private final CouncilRegister register;
  private final CouncilPolicy policy;
  private final Secretariat secretariat;
  private final Consultations consultations;
  private final Packages packages;
  private final Programmes programmes;
  private final Allies allies;
  private final Signatures signatures;

  CouncilBriefing(
      CouncilRegister register,
      CouncilPolicy policy,
      Secretariat secretariat,
      Consultations consultations,
      Packages packages,
      Programmes programmes,
      Allies allies,
      Signatures signatures) {
    this.register = register;
    this.policy = policy;
    this.secretariat = secretariat;
    this.consultations = consultations;
    this.packages = packages;
    this.programmes = programmes;
    this.allies = allies;
    this.signatures = signatures;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(CIRCULATE, STATE, FOLLOW, CONSULT, JOIN, TAKE_UP, AMEND, FALL_BACK);
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("candidateName", programmes.get(task.programme()).name());
    facts.put("maxRounds", policy.maxRounds());
    register.proposal(task.programme()).ifPresent(proposal -> proposal(facts, proposal));
    Optional<Round> round = register.newest(task.programme());
    switch (task.key()) {
      case CIRCULATE -> circulation(facts, task.programme());
      case STATE -> position(facts, round.orElseThrow(), task);
      case FOLLOW -> positions(facts, round.orElseThrow());
      case JOIN -> {
        objections(facts, round.orElseThrow());
        own(facts, round.orElseThrow(), task);
        facts.put("consultationActs", acts(round.orElseThrow(), task));
      }
      case AMEND -> {
        objections(facts, round.orElseThrow());
        terms(facts, packages.current(task.programme()));
      }
      case FALL_BACK -> {
        objections(facts, round.orElseThrow());
        facts.put(
            "roundsHeld",
            Words.counted("round.count", round.orElseThrow().number(), policy.maxRounds()));
        boolean goesOn = consultations.isBesideTheWork(task.programme());
        facts.put("fallBackOptions", fallBackOptions(task.programme(), goesOn));
        facts.put(
            "finalLabel",
            Words.of(goesOn ? "councilBriefing.keepConfirmed" : "councilBriefing.endConfirmed"));
      }
      default -> objections(facts, round.orElseThrow());
    }
    return facts;
  }

  private void proposal(Map<String, Object> facts, Proposal proposal) {
    facts.put("proposalTier", proposal.tier().word());
    facts.put("packageVersion", proposal.packageVersion());
    facts.put("proposalJustification", proposal.justification());
    facts.put("isLaterRound", proposal.whatChanged() != null);
    facts.put("proposalChanged", orEmpty(proposal.whatChanged()));
    EngagementPackage offer = packages.current(proposal.programme());
    facts.put("packageSecurity", lines(offer.securityAssurances()));
    facts.put("packageEconomy", lines(offer.economicCooperation()));
    facts.put("packageTraining", lines(offer.jointTraining()));
    facts.put(
        "packageInstruments", offer.instruments().stream().map(PlannedInstrument::facts).toList());
    facts.put(
        "packageMilestones", offer.milestones().stream().map(PlannedMilestone::facts).toList());
  }

  private void circulation(Map<String, Object> facts, String programme) {
    long item = register.proposal(programme).orElseThrow().id();
    long held = register.rounds(programme).stream().filter(each -> each.item() == item).count();
    facts.put("roundNumber", held + 1);
    facts.put("allyCount", allies.today().size());
    deadline(facts, secretariat.usualEnd());
  }

  private void position(Map<String, Object> facts, Round round, OpenTask task) {
    List<Position> own = own(facts, round, task);
    facts.put(
        "myPositions", own.stream().map(position -> row(round, position, allies.names())).toList());
    if (!own.isEmpty()) {
      Position last = own.get(own.size() - 1);
      facts.put("position", last.stance().code());
      facts.put("reservation", last.statement());
    }
  }

  /** What the Ally of the task has stated in the round, oldest first. */
  private List<Position> own(Map<String, Object> facts, Round round, OpenTask task) {
    String ally = Delegations.allyOf(task.group());
    round(facts, round);
    facts.put("allyName", allies.names().apply(ally));
    List<Position> own =
        register.positions(round.id()).stream()
            .filter(position -> position.ally().equals(ally))
            .toList();
    facts.put("myPosition", Words.of("councilBriefing.noneYet"));
    handedIn(facts, round, ally, own);
    if (!own.isEmpty()) {
      Position last = own.get(own.size() - 1);
      facts.put(
          "myPosition",
          Words.of("councilBriefing.statedOn")
              .formatted(last.stance().word(), round.read(last.statedAt())));
    }
    return own;
  }

  /** Who has no objection that stands has none to withdraw. */
  private List<Map<String, String>> acts(Round round, OpenTask task) {
    String ally = Delegations.allyOf(task.group());
    boolean objects =
        register.standing(round.id()).stream().anyMatch(each -> each.ally().equals(ally));
    return Stream.of(ConsultationAct.values())
        .filter(act -> objects || act != ConsultationAct.WITHDRAW)
        .map(act -> Map.of("label", act.option(), "value", act.code()))
        .toList();
  }

  /** What the Ally has on record, so that nobody replaces it unknowingly. */
  private void handedIn(Map<String, Object> facts, Round round, String ally, List<Position> own) {
    List<Withdrawal> withdrawn =
        register.withdrawals(round.id()).stream()
            .filter(withdrawal -> withdrawal.ally().equals(ally))
            .toList();
    facts.put(StandingTask.HANDED_IN, own.size() + withdrawn.size());
    Stream.concat(
            own.stream()
                .map(each -> new Act(each.stance().word(), each.statedAt(), each.statedBy())),
            withdrawn.stream()
                .map(
                    each ->
                        new Act(
                            Words.of("objection.withdrawn"),
                            each.withdrawnAt(),
                            each.withdrawnBy())))
        .max(Comparator.comparing(act -> act.at().toInstant()))
        .ifPresent(
            last ->
                facts.put(
                    StandingTask.HANDED_IN_LAST,
                    Words.of("round.handedIn")
                        .formatted(last.what, round.read(last.at), signatures.of(last.by))));
  }

  /** What somebody did in the name of an Ally. */
  private record Act(String what, OffsetDateTime at, String by) {}

  private void positions(Map<String, Object> facts, Round round) {
    Tally tally = Tally.of(round.allies(), register.positions(round.id()));
    UnaryOperator<String> names = allies.names();
    round(facts, round);
    facts.put("answeredCount", tally.entries().size() - tally.silent().size());
    facts.put(
        "missingAllies",
        tally.silent().isEmpty()
            ? Words.of("councilBriefing.none")
            : tally.silent().stream().map(names).sorted().collect(Collectors.joining(", ")));
    facts.put(
        "positions",
        tally.entries().stream()
            .sorted(Comparator.comparing(entry -> names.apply(entry.ally())))
            .map(
                entry ->
                    entry.isSilent()
                        ? Map.of(
                            "ally",
                            names.apply(entry.ally()),
                            "position",
                            Words.of("councilBriefing.notStatedYet"),
                            "statement",
                            "",
                            "stated",
                            "")
                        : row(round, entry.position(), names))
            .toList());
    deadline(facts, new SilenceEnd(round.silenceEnds(), round.zone()));
  }

  private void objections(Map<String, Object> facts, Round round) {
    Tally tally = Tally.of(round.allies(), register.positions(round.id()));
    UnaryOperator<String> names = allies.names();
    round(facts, round);
    facts.put("brokenOn", round.read(round.endedAt()));
    Set<String> standing =
        register.standing(round.id()).stream().map(Position::ally).collect(Collectors.toSet());
    Map<String, Withdrawal> withdrawals = new HashMap<>();
    register
        .withdrawals(round.id())
        .forEach(withdrawal -> withdrawals.put(withdrawal.ally(), withdrawal));
    facts.put(
        "objections",
        tally.objections().stream()
            .map(
                position ->
                    Map.of(
                        "ally", names.apply(position.ally()),
                        "reason", position.statement(),
                        "amendment", orEmpty(position.amendmentSought()),
                        "by", signatures.of(position.statedBy()),
                        "stated", round.read(position.statedAt()),
                        "stands",
                            standing.contains(position.ally())
                                ? Words.of("objection.stands")
                                : withdrawn(round, withdrawals.get(position.ally()))))
            .toList());
    facts.put(
        "otherPositions",
        tally.entries().stream()
            .filter(entry -> !entry.isSilent() && !entry.position().isObjection())
            .map(entry -> row(round, entry.position(), names))
            .toList());
    List<Map<String, Object>> held = new ArrayList<>();
    for (Round each : register.rounds(round.programme())) {
      for (Consultation consultation : register.consultations(each.id())) {
        String on = each.read(consultation.concludedAt());
        held.add(
            Map.of(
                "round", each.number(),
                "course", consultation.course().word(),
                "account", consultation.account(),
                "on", on));
        facts.put("heldOn", on);
        facts.put("heldBecause", consultation.account());
      }
    }
    facts.put("consultations", held);
  }

  private static String withdrawn(Round round, Withdrawal withdrawal) {
    return "%s, %s: %s"
        .formatted(
            Words.of("objection.withdrawn"),
            round.read(withdrawal.withdrawnAt()),
            withdrawal.reason());
  }

  private static void terms(Map<String, Object> facts, EngagementPackage offer) {
    facts.put("securityAssurances", String.join("\n", offer.securityAssurances()));
    facts.put("economicCooperation", String.join("\n", offer.economicCooperation()));
    facts.put("jointTraining", String.join("\n", offer.jointTraining()));
    facts.put(
        "milestones",
        offer.milestones().stream().map(PlannedMilestone::line).collect(Collectors.joining("\n")));
    facts.put("justification", offer.justification());
  }

  private List<Map<String, String>> fallBackOptions(String programme, boolean goesOn) {
    List<Map<String, String>> options = new ArrayList<>();
    consultations
        .lowerTier(programme)
        .map(Tier::word)
        .ifPresent(
            tier ->
                options.add(
                    Map.of(
                        "label",
                        Words.of("councilBriefing.designAPackageOfTheTier").formatted(tier),
                        "value",
                        FallBack.LOWER_TIER.code())));
    if (consultations.mayBeTakenUp(programme)) {
      options.add(
          Map.of(
              "label",
              Words.of("councilBriefing.takeTheProposalUpAgainAs"),
              "value",
              FallBack.TAKE_UP_AGAIN.code()));
    }
    options.add(
        Map.of(
            "label",
            Words.of(
                goesOn
                    ? "councilBriefing.keepThePresentPackage"
                    : "councilBriefing.endTheProgrammeWithoutConsensus"),
            "value",
            FallBack.END.code()));
    return options;
  }

  private static void round(Map<String, Object> facts, Round round) {
    facts.put("roundNumber", round.number());
    facts.put("allyCount", round.allies().size());
    facts.put("silenceDeadline", round.deadline());
  }

  private void deadline(Map<String, Object> facts, SilenceEnd end) {
    facts.put("silenceDate", Moments.dayOf(end.at().toInstant(), end.zone()));
    facts.put("silenceTime", Moments.timeOf(end.at().toInstant(), end.zone()));
    facts.put("silenceZone", end.zone().getId());
    facts.put("shortestSilence", policy.shortestSilence().toHours());
    facts.put("longSilence", policy.longSilence().toDays());
  }

  private Map<String, Object> row(Round round, Position position, UnaryOperator<String> names) {
    return Map.of(
        "ally", names.apply(position.ally()),
        "position", position.stance().word(),
        "statement", orEmpty(position.statement()),
        "stated", round.read(position.statedAt()),
        "by", signatures.of(position.statedBy()));
  }

  private static List<Map<String, String>> lines(List<String> lines) {
    return lines.stream().map(line -> Map.of("line", line)).toList();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
