package app.chancery.rehearsal.replay;

import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.people.Groups;
import app.chancery.programme.ApplicationWithdrawal;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.PropagandaExposure;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The programme behind a case. A case begins at the council, so what comes before is presumed: a
 * dossier without indicators, and an approved package of a full candidate.
 */
@Component
class PresumedProgramme {

  private static final String PRESUMED = "presumed for a replay of history";

  /** As long as the guide gives this instrument at most. */
  private static final Period LONGEST_ACCESSION = Period.ofMonths(36);

  private final Programmes programmes;
  private final Packages packages;
  private final ApplicationWithdrawal withdrawal;
  private final ReplayProcess process;
  private final Office office;

  PresumedProgramme(
      Programmes programmes,
      Packages packages,
      ApplicationWithdrawal withdrawal,
      ReplayProcess process,
      Office office) {
    this.programmes = programmes;
    this.packages = packages;
    this.withdrawal = withdrawal;
    this.process = process;
    this.office = office;
  }

  /**
   * @return its key
   */
  String open(String candidate, String name, LocalDate today) {
    return office.inTheNameOf(
        Rehearsal.accountOf(Groups.PLANNERS),
        () -> {
          String key = programmes.register(dossier(candidate, name, today));
          packages.draft(
              key, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, PRESUMED, terms(name, today));
          packages.plan(
              key,
              List.of(
                  new PlannedInstrument(
                      Instrument.FULL_MEMBERSHIP_ACCESSION,
                      "high",
                      "alliance-wide",
                      today,
                      today.plus(LONGEST_ACCESSION))));
          packages.approve(key);
          programmes.settleTier(key, Tier.FULL_CANDIDATE);
          return key;
        });
  }

  /** The candidate withdraws its application: the programme ends, and what runs of it. */
  void withdraw(String programme, String note) {
    office.inTheNameOf(
        Rehearsal.accountOf(Groups.SECRETARIAT),
        () -> {
          withdrawal.withdraw(
              programme,
              note.isBlank() ? "History records no reason." : note,
              List.of("none on record"));
          process.programmeEnded(programme);
          return programme;
        });
    office.runDueJobs();
  }

  private static Dossier dossier(String candidate, String name, LocalDate today) {
    return new Dossier(
        candidate, name, true, "europe", today, PropagandaExposure.LOW, PRESUMED, Map.of());
  }

  private static PackageTerms terms(String name, LocalDate today) {
    return new PackageTerms(
        List.of("Consultation of the Allies whenever the candidate's security is threatened"),
        List.of("Dialogue on economic security"),
        List.of("Exercises with Allies up to accession"),
        List.of(
            PlannedMilestone.interoperability(
                "Interoperability of declared units",
                "evaluation of declared units",
                "interoperable",
                today.plus(LONGEST_ACCESSION))),
        "The candidacy of %s, %s.".formatted(name, PRESUMED));
  }
}
