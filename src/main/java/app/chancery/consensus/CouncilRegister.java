package app.chancery.consensus;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.time.Days;
import app.chancery.readiness.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the council. */
@Repository
class CouncilRegister {

  private static final String ROUND =
      """
      select id, item, programme, round_number, package_version, tier, justification, what_changed,
        allies, circulated_at, circulated_by, silence_ends, zone, status, ended_at,
        ended_because,
        (select count(*) from council_round earlier
          where earlier.programme = council_round.programme and earlier.id <= council_round.id)
          as in_programme
      from council_round\s""";

  private static final String POSITION =
      """
      select id, council_round, ally, stance, statement, amendment_sought, stated_by, stated_at
      from council_position\s""";

  private static final String PROPOSAL =
      """
      select id, programme, package_version, tier, justification, what_changed
      from council_item\s""";

  private final JdbcClient db;
  private final Audit audit;
  private final Days days;

  CouncilRegister(JdbcClient db, Audit audit, Days days) {
    this.db = db;
    this.audit = audit;
    this.days = days;
  }

  void open(
      String programme, int packageVersion, Tier tier, String justification, OffsetDateTime at) {
    db.sql(
            """
            insert into council_item (programme, package_version, tier, justification, opened_at)
            values (:programme, :version, :tier, :justification, :at)
            """)
        .param("programme", programme)
        .param("version", packageVersion)
        .param("tier", tier.name())
        .param("justification", justification)
        .param("at", at)
        .update();
  }

  /** The proposal on the table of the programme's current run of the step. */
  Optional<Proposal> proposal(String programme) {
    return db.sql(
            PROPOSAL
                + "where programme = :programme and closed_at is null order by id desc limit 1")
        .param("programme", programme)
        .query(
            (row, number) ->
                new Proposal(
                    row.getLong("id"),
                    row.getString("programme"),
                    row.getInt("package_version"),
                    Tier.valueOf(row.getString("tier")),
                    row.getString("justification"),
                    row.getString("what_changed")))
        .optional();
  }

  void amend(Proposal proposal) {
    db.sql(
            """
            update council_item
            set package_version = :version, tier = :tier, justification = :justification,
              what_changed = :changed
            where id = :id
            """)
        .param("version", proposal.packageVersion())
        .param("tier", proposal.tier().name())
        .param("justification", proposal.justification())
        .param("changed", proposal.whatChanged())
        .param("id", proposal.id())
        .update();
  }

  void close(long item, CouncilOutcome outcome, OffsetDateTime at) {
    db.sql("update council_item set outcome = :outcome, closed_at = :at where id = :id")
        .param("outcome", outcome.name())
        .param("at", at)
        .param("id", item)
        .update();
  }

  void add(Round round) {
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, what_changed, allies, circulated_at, circulated_by, silence_ends, zone,
              status)
            values (:item, :programme, :number, :version, :tier, :justification, :changed, :allies,
              :at, :by, :ends, :zone, :status)
            """)
        .param("item", round.item())
        .param("programme", round.programme())
        .param("number", round.number())
        .param("version", round.packageVersion())
        .param("tier", round.tier().name())
        .param("justification", round.justification())
        .param("changed", round.whatChanged())
        .param("allies", String.join(",", round.allies()))
        .param("at", round.circulatedAt())
        .param("by", round.circulatedBy())
        .param("ends", round.silenceEnds())
        .param("zone", round.zone().getId())
        .param("status", round.status().name())
        .update();
  }

  /**
   * The newest round of the programme, locked until the transaction ends: who answers, who extends
   * and what the deadline does are put in one order, so that nothing is lost between them.
   */
  Optional<Round> lockNewest(String programme) {
    return db.sql(
            ROUND
                + """
                where id = (select max(id) from council_round where programme = :programme)
                for update
                """)
        .param("programme", programme)
        .query(this::readRound)
        .optional();
  }

  /** The same of several programmes, always in one order: who asks newcomers locks many, too. */
  void lockNewestOf(Collection<String> programmes) {
    db.sql(
            """
            select id from council_round
            where id in (
              select max(id) from council_round where programme in (:programmes) group by programme)
            order by id
            for update
            """)
        .param("programmes", programmes)
        .query(Long.class)
        .list();
  }

  Optional<Round> newest(String programme) {
    return db.sql(ROUND + "where programme = :programme order by id desc limit 1")
        .param("programme", programme)
        .query(this::readRound)
        .optional();
  }

  Optional<Round> round(long id) {
    return db.sql(ROUND + "where id = :id").param("id", id).query(this::readRound).optional();
  }

  List<Round> rounds(String programme) {
    return db.sql(ROUND + "where programme = :programme order by id")
        .param("programme", programme)
        .query(this::readRound)
        .list();
  }

  List<Round> openRounds() {
    return db.sql(ROUND + "where status = 'OPEN' order by silence_ends, id")
        .query(this::readRound)
        .list();
  }

  /** The rounds of several programmes, each one's oldest first. */
  List<Round> roundsOf(Collection<String> programmes) {
    return db.sql(ROUND + "where programme in (:programmes) order by id")
        .param("programmes", programmes)
        .query(this::readRound)
        .list();
  }

  /** The rounds that have ended, the newest first. */
  List<Round> endedRounds(int offset, int most) {
    return db.sql(
            ROUND
                + "where ended_at is not null order by ended_at desc, id desc"
                + " limit :most offset :offset")
        .param("most", most)
        .param("offset", offset)
        .query(this::readRound)
        .list();
  }

  long endedCount() {
    return db.sql("select count(*) from council_round where ended_at is not null")
        .query(Long.class)
        .single();
  }

  /** The rounds that ended without adoption and after which nothing is settled yet. */
  List<Round> unsettled() {
    return db.sql(
            ROUND
                + """
                where id in (
                    select max(r.id) from council_item i join council_round r on r.item = i.id
                    where i.closed_at is null group by i.id)
                  and status <> 'OPEN'
                order by ended_at, id
                """)
        .query(this::readRound)
        .list();
  }

  List<Item> items(Collection<Long> ids) {
    return db.sql(
            "select id, package_version, outcome, closed_at from council_item where id in (:ids)")
        .param("ids", ids)
        .query(
            (row, number) ->
                new Item(
                    row.getLong("id"),
                    row.getInt("package_version"),
                    Optional.ofNullable(row.getString("outcome"))
                        .map(CouncilOutcome::valueOf)
                        .orElse(null),
                    row.getObject("closed_at", OffsetDateTime.class)))
        .list();
  }

  /** The Allies that are asked in a round: those of before, in their order, and then others. */
  void ask(long round, List<String> allies) {
    db.sql("update council_round set allies = :allies where id = :id")
        .param("allies", String.join(",", allies))
        .param("id", round)
        .update();
  }

  void end(Round round, Round.Status status, OffsetDateTime at) {
    end(round, status, null, at);
  }

  private void end(Round round, Round.Status status, String because, OffsetDateTime at) {
    db.sql(
            """
            update council_round set status = :status, ended_at = :at, ended_because = :because
            where id = :id
            """)
        .param("status", status.name())
        .param("because", because, Types.VARCHAR)
        .param("at", at)
        .param("id", round.id())
        .update();
    audit.record(Act.ROUND_ENDED, round.programme(), subject(round), status.code(), because);
  }

  /** The secretariat takes the proposal back, and the round ends by that. */
  void withdraw(Round round, String because, OffsetDateTime at) {
    end(round, Round.Status.WITHDRAWN, because, at);
  }

  void add(Round round, Position position) {
    db.sql(
            """
            insert into council_position (council_round, ally, stance, statement, amendment_sought,
              stated_by, stated_at)
            values (:round, :ally, :stance, :statement, :amendment, :by, :at)
            """)
        .param("round", position.round())
        .param("ally", position.ally())
        .param("stance", position.stance().name())
        .param("statement", position.statement())
        .param("amendment", position.amendmentSought())
        .param("by", position.statedBy())
        .param("at", position.statedAt())
        .update();
    audit.record(
        Act.POSITION,
        round.programme(),
        subject(round) + ", " + position.ally(),
        position.stance().code(),
        position.statement());
  }

  private static String subject(Round round) {
    return "round " + round.id();
  }

  List<Position> positions(long round) {
    return positions(List.of(round));
  }

  /** All positions of several rounds, each one's oldest first. */
  List<Position> positions(Collection<Long> rounds) {
    return db.sql(POSITION + "where council_round in (:rounds) order by id")
        .param("rounds", rounds)
        .query(CouncilRegister::position)
        .list();
  }

  /** What some Allies have stated in the rounds under silence, each one's newest position. */
  List<Position> positionsInOpenRounds(Collection<String> allies) {
    return db.sql(
            POSITION
                + """
                where id in (
                    select max(p.id) from council_position p
                    join council_round r on r.id = p.council_round
                    where r.status = 'OPEN' and p.ally in (:allies)
                    group by p.council_round, p.ally)
                """)
        .param("allies", allies)
        .query(CouncilRegister::position)
        .list();
  }

  /** The objections of a round that were not withdrawn, in the order of the Allies' codes. */
  List<Position> standing(long round) {
    return db.sql(
            POSITION
                + """
                where stance = 'OBJECTION' and id in (
                    select max(id) from council_position
                    where council_round = :round group by ally)
                  and id not in (select council_position from council_withdrawal)
                order by ally
                """)
        .param("round", round)
        .query(CouncilRegister::position)
        .list();
  }

  /** The newest position of the Ally in the round, an objection, no longer stands. */
  void withdraw(Round round, Withdrawal withdrawal) {
    db.sql(
            """
            insert into council_withdrawal (council_position, reason, withdrawn_by, withdrawn_at)
            select max(id), :reason, :by, :at
            from council_position where council_round = :round and ally = :ally
            """)
        .param("reason", withdrawal.reason())
        .param("by", withdrawal.withdrawnBy())
        .param("at", withdrawal.withdrawnAt())
        .param("round", withdrawal.round())
        .param("ally", withdrawal.ally())
        .update();
    audit.record(
        Act.OBJECTION_WITHDRAWN,
        round.programme(),
        subject(round) + ", " + withdrawal.ally(),
        null,
        withdrawal.reason());
  }

  /** The withdrawn objections of a round, oldest first. */
  List<Withdrawal> withdrawals(long round) {
    return withdrawals(List.of(round));
  }

  List<Withdrawal> withdrawals(Collection<Long> rounds) {
    return db.sql(
            """
            select p.id, p.council_round, p.ally, w.reason, w.withdrawn_by, w.withdrawn_at
            from council_withdrawal w join council_position p on p.id = w.council_position
            where p.council_round in (:rounds) order by w.id
            """)
        .param("rounds", rounds)
        .query(
            (row, number) ->
                new Withdrawal(
                    row.getLong("id"),
                    row.getLong("council_round"),
                    row.getString("ally"),
                    row.getString("reason"),
                    row.getString("withdrawn_by"),
                    row.getObject("withdrawn_at", OffsetDateTime.class)))
        .list();
  }

  private static Position position(ResultSet row, int number) throws SQLException {
    return new Position(
        row.getLong("id"),
        row.getLong("council_round"),
        row.getString("ally"),
        Stance.valueOf(row.getString("stance")),
        row.getString("statement"),
        row.getString("amendment_sought"),
        row.getString("stated_by"),
        row.getObject("stated_at", OffsetDateTime.class));
  }

  void add(Extension extension) {
    db.sql(
            """
            insert into council_extension (council_round, ended_before, ends_now, zone, reason,
              extended_by, extended_at)
            values (:round, :before, :now, :zone, :reason, :by, :at)
            """)
        .param("round", extension.round())
        .param("before", extension.endedBefore())
        .param("now", extension.endsNow())
        .param("zone", extension.zone().getId())
        .param("reason", extension.reason())
        .param("by", extension.extendedBy())
        .param("at", extension.extendedAt())
        .update();
    db.sql("update council_round set silence_ends = :ends, zone = :zone where id = :id")
        .param("ends", extension.endsNow())
        .param("zone", extension.zone().getId())
        .param("id", extension.round())
        .update();
  }

  List<Extension> extensions(long round) {
    return extensions(List.of(round));
  }

  List<Extension> extensions(Collection<Long> rounds) {
    return db.sql(
            """
            select council_round, ended_before, ends_now, zone, reason, extended_by, extended_at
            from council_extension where council_round in (:rounds) order by id
            """)
        .param("rounds", rounds)
        .query(
            (row, number) ->
                new Extension(
                    row.getLong("council_round"),
                    row.getObject("ended_before", OffsetDateTime.class),
                    row.getObject("ends_now", OffsetDateTime.class),
                    ZoneId.of(row.getString("zone")),
                    row.getString("reason"),
                    row.getString("extended_by"),
                    row.getObject("extended_at", OffsetDateTime.class)))
        .list();
  }

  void add(Consultation consultation) {
    db.sql(
            """
            insert into council_consultation (council_round, course, account, concluded_by,
              concluded_at)
            values (:round, :course, :account, :by, :at)
            """)
        .param("round", consultation.round())
        .param("course", consultation.course().name())
        .param("account", consultation.account())
        .param("by", consultation.concludedBy())
        .param("at", consultation.concludedAt())
        .update();
  }

  List<Consultation> consultations(long round) {
    return consultations(List.of(round));
  }

  List<Consultation> consultations(Collection<Long> rounds) {
    return db.sql(
            """
            select council_round, course, account, concluded_by, concluded_at
            from council_consultation where council_round in (:rounds) order by id
            """)
        .param("rounds", rounds)
        .query(
            (row, number) ->
                new Consultation(
                    row.getLong("council_round"),
                    Course.valueOf(row.getString("course")),
                    row.getString("account"),
                    row.getString("concluded_by"),
                    row.getObject("concluded_at", OffsetDateTime.class)))
        .list();
  }

  void add(TakingUp takingUp) {
    db.sql(
            """
            insert into council_taking_up (council_round, reason, taken_up_by, taken_up_at)
            values (:round, :reason, :by, :at)
            """)
        .param("round", takingUp.round())
        .param("reason", takingUp.reason())
        .param("by", takingUp.takenUpBy())
        .param("at", takingUp.takenUpAt())
        .update();
  }

  List<TakingUp> takingsUp(Collection<Long> rounds) {
    return db.sql(
            """
            select council_round, reason, taken_up_by, taken_up_at
            from council_taking_up where council_round in (:rounds) order by id
            """)
        .param("rounds", rounds)
        .query(
            (row, number) ->
                new TakingUp(
                    row.getLong("council_round"),
                    row.getString("reason"),
                    row.getString("taken_up_by"),
                    row.getObject("taken_up_at", OffsetDateTime.class)))
        .list();
  }

  private Round readRound(ResultSet row, int number) throws SQLException {
    return new Round(
        row.getLong("id"),
        row.getLong("item"),
        row.getString("programme"),
        row.getInt("round_number"),
        row.getInt("in_programme"),
        row.getInt("package_version"),
        Tier.valueOf(row.getString("tier")),
        row.getString("justification"),
        row.getString("what_changed"),
        List.of(row.getString("allies").split(",")),
        row.getObject("circulated_at", OffsetDateTime.class),
        row.getString("circulated_by"),
        row.getObject("silence_ends", OffsetDateTime.class),
        ZoneId.of(row.getString("zone")),
        days.zone(),
        Round.Status.valueOf(row.getString("status")),
        row.getObject("ended_at", OffsetDateTime.class),
        row.getString("ended_because"));
  }
}
