package app.chancery.desk.policy;

import app.chancery.desk.policy.Trial.Points;
import app.chancery.desk.policy.Trial.Status;
import app.chancery.desk.policy.TrialRegister.Count;
import app.chancery.engagement.Capacity;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.decisions.TableWithoutAnswer;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.AlwaysHolds;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.PolicyFile;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at all dossiers by the tables in use and by those with the edited one. */
@Component
class TrialRun {

  private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

  private final TrialRegister register;
  private final TableReleases releases;
  private final PolicyFile files;
  private final Policies policies;
  private final AlwaysHolds alwaysHolds;
  private final Programmes programmes;
  private final Dossiers dossiers;
  private final Capacity capacity;
  private final JdbcClient db;
  private final TransactionTemplate transactions;
  private final PolicySettings settings;

  TrialRun(
      TrialRegister register,
      TableReleases releases,
      PolicyFile files,
      Policies policies,
      AlwaysHolds alwaysHolds,
      Programmes programmes,
      Dossiers dossiers,
      Capacity capacity,
      JdbcClient db,
      TransactionTemplate transactions,
      PolicySettings settings) {
    this.register = register;
    this.releases = releases;
    this.files = files;
    this.policies = policies;
    this.alwaysHolds = alwaysHolds;
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.capacity = capacity;
    this.db = db;
    this.transactions = transactions;
    this.settings = settings;
  }

  /** From beginning to end, in transactions of its own; what comes of it is on record. */
  void run(long id) {
    try {
      look(register.get(id));
    } catch (RuntimeException e) {
      LOG.error("The trial {} of a policy table failed", id, e);
      register.ended(id, Status.FAILED, List.of(Words.of("policyTrial.failed")));
    }
  }

  private void look(Trial trial) {
    Policy before = policies.ofMany(releases.at(trial.comparedWith()));
    Policy after =
        policies.ofMany(files.tried(trial.table(), register.content(trial.id()), before.tables()));
    List<String> broken =
        transactions.execute(transaction -> alwaysHolds.broken(after, trial.table()));
    if (!broken.isEmpty()) {
      register.ended(trial.id(), Status.REFUSED, broken);
      return;
    }
    Looking looking = new Looking(trial, before, after);
    List<String> keys = keys();
    try {
      for (int from = 0; from < keys.size(); from += settings.together()) {
        List<String> some = keys.subList(from, Math.min(keys.size(), from + settings.together()));
        transactions.executeWithoutResult(transaction -> looking.look(some));
      }
    } catch (TableWithoutAnswer gap) {
      register.ended(trial.id(), Status.REFUSED, List.of(gap.inShort()));
      return;
    }
    transactions.executeWithoutResult(
        transaction -> register.done(trial.id(), looking.counts(), looking.points()));
  }

  private List<String> keys() {
    return db.sql("select programme_key from programme order by programme_key")
        .query(String.class)
        .list();
  }

  /** What was found so far. */
  private final class Looking {

    private final Trial trial;
    private final Policy before;
    private final Policy after;
    private final Why why;
    private final Map<Tier, Integer> pointsBefore = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> pointsAfter = new EnumMap<>(Tier.class);
    private final Map<Count, Integer> counts = new LinkedHashMap<>();

    private Looking(Trial trial, Policy before, Policy after) {
      this.trial = trial;
      this.before = before;
      this.after = after;
      this.why = new Why(before, after);
    }

    private void look(List<String> keys) {
      Map<String, Dossiers.Filed> filed = dossiers.ofEach(keys);
      List<Movement> moves = new ArrayList<>();
      for (Programme programme : programmes.all(keys)) {
        Dossier dossier = filed.get(programme.key()).dossier().assessedOn(trial.assessedOn());
        Assessment then = before.tiering().assess(dossier);
        Assessment now = after.tiering().assess(dossier);
        counts.merge(new Count(!programme.isOpen(), then.tier(), now.tier(), 0), 1, Integer::sum);
        int bound = points(pointsBefore, then, before);
        int wouldBind = points(pointsAfter, now, after);
        if (then.tier() != now.tier()) {
          moves.add(
              new Movement(
                  programme.key(),
                  !programme.isOpen(),
                  programme.tier(),
                  then.tier(),
                  now.tier(),
                  bound,
                  wouldBind,
                  why.of(dossier.region(), then, now)));
        }
      }
      register.lookedAt(trial.id(), keys.size(), moves);
    }

    private int points(Map<Tier, Integer> known, Assessment assessment, Policy policy) {
      return known.computeIfAbsent(
          assessment.tier(), tier -> capacity.points(assessment.instruments(), policy.tables()));
    }

    private List<Count> counts() {
      return counts.entrySet().stream()
          .map(
              each ->
                  new Count(
                      each.getKey().ended(),
                      each.getKey().before(),
                      each.getKey().after(),
                      each.getValue()))
          .toList();
    }

    private Points points() {
      int bound = 0;
      int wouldBind = 0;
      for (Count count : counts()) {
        if (!count.ended()) {
          bound += count.programmes() * pointsBefore.get(count.before());
          wouldBind += count.programmes() * pointsAfter.get(count.after());
        }
      }
      return new Points(
          bound, wouldBind, capacity.total(before.tables()), capacity.total(after.tables()));
    }
  }
}
