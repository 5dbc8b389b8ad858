package app.chancery.desk.outcomes;

import app.chancery.readiness.Instrument;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether it shows that who comes in step by step stays longer. */
@Service
class Retention {

  private final JdbcClient db;
  private final OutcomesPolicy policy;
  private final Clock clock;

  Retention(JdbcClient db, OutcomesPolicy policy, Clock clock) {
    this.db = db;
    this.policy = policy;
    this.clock = clock;
  }

  Retained now() {
    return Retained.of(
        entries(), OffsetDateTime.now(clock), policy.retentionYears(), policy.leastCases());
  }

  private List<Retained.Entry> entries() {
    return db.sql(
            """
            select e.instrument, e.started_at,
              case when p.outcome not in ('SETTLED', 'ACCEDED') then p.ended_at end as lost_at
            from (
              select programme, instrument, started_at,
                row_number() over (partition by programme order by started_at, id) as place
              from phase where started_at is not null) e
            join programme p on p.programme_key = e.programme
            where e.place = 1
            """)
        .query(
            (row, number) ->
                new Retained.Entry(
                    Instrument.valueOf(row.getString("instrument")),
                    row.getObject("started_at", OffsetDateTime.class),
                    row.getObject("lost_at", OffsetDateTime.class)))
        .list();
  }
}
