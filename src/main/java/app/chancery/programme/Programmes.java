package app.chancery.programme;

import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** The programmes: how they are opened, go through the steps and end. */
@Service
public class Programmes {

  /** What a key looks like, in any case, alone or behind a name as pages tell it. */
  private static final Pattern KEY =
      Pattern.compile("(?:.*\\()?[A-Z]{2}-\\d{4}(?:-\\d+)?\\)?", Pattern.CASE_INSENSITIVE);

  private final ProgrammeRegister register;
  private final Days days;
  private final Allies allies;
  private final Dossiers dossiers;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final ApplicationEventPublisher events;
  private final Policies policies;

  Programmes(
      ProgrammeRegister register,
      Days days,
      Allies allies,
      Dossiers dossiers,
      DecisionRecords decisions,
      Notices notices,
      ApplicationEventPublisher events,
      Policies policies) {
    this.register = register;
    this.days = days;
    this.allies = allies;
    this.dossiers = dossiers;
    this.decisions = decisions;
    this.notices = notices;
    this.events = events;
    this.policies = policies;
  }

  /**
   * Registers the programme of a dossier.
   *
   * @return its key: the candidate's code and the year of the assessment, with a number behind it
   *     if that is taken
   * @throws Refused if the candidate is an Ally today
   * @throws Conflict if the candidate has an open programme
   */
  public String register(Dossier dossier) {
    admit(dossier);
    String key = freeKey(dossier);
    try {
      register.add(key, dossier, policies.inUse());
    } catch (DuplicateKeyException e) {
      // Two people submitted at the same moment and the unique column lets one of them through. The
      // other one is repeated, finds the programme and is told of it.
      throw new OptimisticLockingFailureException(key + " was opened at the same moment", e);
    }
    dossiers.open(key, dossier);
    decisions.record(
        key,
        "programme",
        Words.of("programmes.programmeOpened"),
        Words.of("programmes.dossierAccepted"));
    notices.tellAllAllies(
        Message.of(NoticeKind.PROGRAMME_OPENED, key, "programme", NoticePlace.programme()));
    return key;
  }

  private void admit(Dossier dossier) {
    if (allies.isAlly(dossier.candidate(), days.today())) {
      throw new Refused(
          "candidate",
          Words.of("programme.allyAlready")
              .formatted(Programme.called(dossier.name(), dossier.candidate())));
    }
    openFor(dossier.candidate())
        .ifPresent(
            open -> {
              throw new Conflict(
                  "candidate",
                  Words.of("programmes.hasAnOpenProgrammeAlready")
                      .formatted(dossier.name(), dossier.candidate(), open.key()));
            });
  }

  /**
   * @throws NotFound if there is none of that key
   */
  public Programme get(String key) {
    return find(key).orElseThrow(() -> new NotFound(Words.of("none.programme").formatted(key)));
  }

  /**
   * The programme, for this transaction alone: reports that arrive at the same moment and move the
   * same process are taken one after the other.
   *
   * @throws NotFound if there is none of that key
   */
  public Programme lock(String key) {
    return register
        .lock(key)
        .orElseThrow(() -> new NotFound(Words.of("none.programme").formatted(key)));
  }

  public Optional<Programme> find(String key) {
    return register.find(key);
  }

  /**
   * The programme that somebody means who gives its key, or the code or name of its candidate, or
   * both as the pages do ("Dorelia (XD-2026)"), in any case.
   *
   * @param field where it was given, for a refusal
   * @throws NotFound if there is none
   * @throws Refused if it may be one of several, naming them
   */
  public Programme meant(String text, String field) {
    String given = text.strip();
    List<Programme> found = register.called(given);
    if (found.isEmpty()) {
      throw new NotFound(Words.of("programme.none").formatted(PlainText.shown(given)));
    }
    if (found.size() > 1) {
      throw new Refused(
          field,
          Words.of("programme.several")
              .formatted(
                  PlainText.shown(given),
                  found.stream().map(Programme::key).collect(Collectors.joining(", "))));
    }
    return found.get(0);
  }

  /** The programme of a candidate that has not ended; there is at most one. */
  public Optional<Programme> openFor(String candidate) {
    return register.openFor(candidate);
  }

  /** The programmes of these keys, newest first; keys that are unknown are left out. */
  public List<Programme> all(Collection<String> keys) {
    return keys.isEmpty() ? List.of() : register.all(keys);
  }

  /** Whether there has never been a programme. */
  public boolean isEmpty() {
    return register.isEmpty();
  }

  /** All programmes that have not ended, in the order of their keys. */
  public List<Programme> open() {
    return register.open();
  }

  /** The programme enters a step. Oversight runs beside the others and leaves the step as it is. */
  public void enterStep(String key, Step step) {
    register.enter(key, step);
    if (step != Step.OVERSIGHT) {
      register.setStep(key, step);
    }
  }

  /** The programme leaves a step. */
  public void leaveStep(String key, Step step) {
    register.leave(key, step);
  }

  /** Step 2 has settled the tier. */
  public void settleTier(String key, Tier tier) {
    register.setTier(key, tier);
  }

  /**
   * What a candidate is called means no other one: it is not what {@link #meant} takes for another
   * candidate's programme, and not what the key of a programme looks like.
   *
   * @param field where it was given, for a fault
   */
  void checkName(Programme programme, String name, String field, Faults faults) {
    List<Programme> others =
        register.called(name).stream()
            .filter(each -> !each.candidate().equals(programme.candidate()))
            .toList();
    faults.check(
        others.isEmpty(),
        field,
        Words.of("correction.nameOfAnother")
            .formatted(others.stream().map(Programme::called).collect(Collectors.joining(", "))));
    faults.check(
        !others.isEmpty() || !KEY.matcher(name).matches(), field, Words.of("correction.nameIsKey"));
  }

  /**
   * The name of the candidate was wrong. Who has made something of it listens to {@link
   * CandidateRenamed}.
   */
  void rename(Programme programme, String name) {
    register.rename(programme.key(), name);
    dossiers.rename(programme.key(), name);
    allies.rename(programme.candidate(), programme.name(), name);
    events.publishEvent(new CandidateRenamed(programme.key(), programme.name(), name));
  }

  /** The reviews of these programmes begin: from now on the policy in use judges them. */
  public void takePolicy(Collection<String> keys) {
    if (!keys.isEmpty()) {
      register.takePolicy(keys, policies.inUse());
    }
  }

  /**
   * A table is about to be put to use. Programmes under way keep theirs by what is recorded of
   * them; those of before that was recorded keep what is in use so far.
   */
  public void keepPolicy(TableVersions inUse) {
    register.keepPolicy(inUse);
  }

  /** Nothing of the programme goes on, but its reviews, until it is resumed. */
  public void suspend(String key, String why) {
    changeStatus(key, Programme.Status.ACTIVE, Programme.Status.SUSPENDED, why);
  }

  public void resume(String key) {
    changeStatus(key, Programme.Status.SUSPENDED, Programme.Status.ACTIVE, null);
  }

  /** Every stay in a step, in the order of the entries. */
  public List<StepEntry> steps(String key) {
    return register.steps(key);
  }

  /**
   * The programme has ended; its candidate may have a new one. Who wants to know of the end listens
   * to {@link ProgrammeEnded}.
   */
  public void close(String key, Outcome outcome, String why) {
    register.end(key, outcome, why);
    decisions.record(
        key, "programme", Words.of("programmes.programmeEnded").formatted(outcome.sentence()), why);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PROGRAMME_ENDED,
            key,
            "programme",
            NoticePlace.programme(),
            outcome.sentence(),
            why));
    events.publishEvent(new ProgrammeEnded(key, outcome, why));
  }

  private void changeStatus(String key, Programme.Status from, Programme.Status to, String why) {
    if (!register.changeStatus(key, from, to, why)) {
      throw new Conflict(
          "programme", key + " is not " + from.name().toLowerCase(java.util.Locale.ROOT));
    }
  }

  private String freeKey(Dossier dossier) {
    String key = dossier.candidate() + "-" + dossier.assessedOn().getYear();
    String free = key;
    for (int number = 2; find(free).isPresent(); number++) {
      free = key + "-" + number;
    }
    return free;
  }
}
