package app.chancery.desk.whatif;

import app.chancery.engagement.Capacity;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Moves;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.DossierReader;
import app.chancery.records.dossier.Dossiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads what somebody tries, and says what would come of it. It only reads. */
@Service
class WhatIf {

  private final Programmes programmes;
  private final Dossiers dossiers;
  private final DossierReader reader;
  private final Policies policies;
  private final Capacity capacity;
  private final Days days;

  WhatIf(
      Programmes programmes,
      Dossiers dossiers,
      DossierReader reader,
      Policies policies,
      Capacity capacity,
      Days days) {
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.reader = reader;
    this.policies = policies;
    this.capacity = capacity;
    this.days = days;
  }

  /**
   * @param tried as it stands in the fields
   * @param today of the programme it starts from; null if it starts from nothing
   * @param policy by which it is judged: a programme's own
   * @param comes null if nothing is asked yet, or if it is refused
   * @param moves what would move the tier that comes of it; null with it
   * @param room in the alliance's capacity beside the other open programmes; null with it
   * @param faults by the fields of {@link Tried}
   */
  record Question(
      Tried tried,
      Today today,
      Policy policy,
      Verdict comes,
      Moves.Found moves,
      Capacity.Room room,
      List<Fault> faults) {

    Question {
      faults = List.copyOf(faults);
    }
  }

  /**
   * A programme as it is.
   *
   * @param verdict what its figures make of it on this day
   * @param bound points of the alliance's capacity that its package binds
   */
  record Today(Programme programme, Verdict verdict, int bound) {}

  /**
   * What comes of a dossier.
   *
   * @param points of the alliance's capacity, were the tier offered all its instruments
   */
  record Verdict(Dossier dossier, Assessment assessment, int points) {}

  /**
   * @param given as it came; of what is not given that is a field, the programme's own is taken
   * @param faults what is wrong already; what else is wrong is added to it
   */
  Question ask(Map<String, String> given, Faults faults) {
    Tried.refuseUnknown(given.keySet(), faults);
    String named = given.getOrDefault(Tried.PROGRAMME, "").strip();
    Today today = programme(named, faults).map(this::today).orElse(null);
    Policy policy = policies.in(today == null ? TableVersions.IN_USE : today.programme().policy());
    Tried tried =
        Tried.of(
            today == null ? named : today.programme().key(),
            today == null ? Tried.nothing(days.today()) : Tried.of(today.verdict().dossier()),
            given);
    Dossier dossier = null;
    if (faults.isEmpty() && (today != null || Tried.FIELDS.stream().anyMatch(given::containsKey))) {
      dossier = read(tried, today, faults);
    }
    return new Question(
        tried,
        today,
        policy,
        dossier == null ? null : verdict(dossier, policy),
        dossier == null ? null : policy.moves().of(dossier),
        dossier == null
            ? null
            : capacity.roomBeside(today == null ? null : today.programme().key()),
        faults.list());
  }

  private Optional<Programme> programme(String named, Faults faults) {
    if (named.isEmpty() || !PlainText.checkLine(named, Tried.PROGRAMME, faults)) {
      return Optional.empty();
    }
    try {
      return Optional.of(programmes.meant(named, Tried.PROGRAMME));
    } catch (NotFound none) {
      faults.add(Tried.PROGRAMME, none.getMessage());
    } catch (Refused several) {
      several.faults().forEach(fault -> faults.add(fault.field(), fault.message()));
    }
    return Optional.empty();
  }

  private Today today(Programme programme) {
    return new Today(
        programme,
        verdict(dossiers.of(programme.key(), days.today()), policies.in(programme.policy())),
        programme.isOpen() ? capacity.boundBy(programme.key()) : 0);
  }

  private Verdict verdict(Dossier dossier, Policy policy) {
    Assessment assessment = policy.tiering().assess(dossier);
    return new Verdict(dossier, assessment, capacity.points(assessment.instruments()));
  }

  /**
   * Read as any dossier is; whose it is, no field says.
   *
   * @return null if it is refused
   */
  private Dossier read(Tried tried, Today today, Faults faults) {
    Map<String, Object> flat = tried.ofDossier(days.today(), faults);
    try {
      Dossier read = reader.read(flat);
      return !faults.isEmpty() ? null : today == null ? read : of(today.verdict().dossier(), read);
    } catch (Refused refused) {
      refused.faults().forEach(fault -> faults.add(fault.field(), fault.message()));
      return null;
    }
  }

  private static Dossier of(Dossier candidate, Dossier tried) {
    return new Dossier(
        candidate.candidate(),
        candidate.name(),
        tried.european(),
        tried.region(),
        tried.assessedOn(),
        candidate.propagandaExposure(),
        candidate.propagandaExposureSource(),
        tried.indicators());
  }
}
