package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.InstalledOffice;
import app.chancery.Visitor;
import app.chancery.WatchedConnections;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the lists of a large portfolio take: the application with PostgreSQL on this machine,
 * started on an invented history of three years, one caller after the other over HTTP. The outcomes
 * are counted in the background meanwhile. The system properties {@code bench.programmes} (10000)
 * and {@code bench.calls} (300 of each address, so that a count in the background falls into few of
 * them) set the size, {@code bench.warm-up} (150) how often each is called before; {@code
 * bench.addresses} has only those measured that it is a part of, and {@code bench.keep} is a folder
 * that has the history for the next time.
 */
class ListsBench {

  /** An office runs for months: until a page is compiled, the compiler has a processor of two. */
  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 150);

  /** What the checks ask for, in milliseconds. */
  private static final double AIM = 150;

  /** Quarters of history: 2024-Q1 to 2026-Q4. */
  private static final int QUARTERS = 12;

  private static final List<String> ADDRESSES =
      List.of(
          "/api/v1/programmes",
          "/api/v1/programmes?size=200",
          "/api/v1/programmes?status=active&tier=interim%20ally&page=7",
          "/api/v1/programmes?text=land%2099",
          "/programmes",
          "/programmes?tier=full%20candidate&pending=overdue&dimension=cost&colour=red",
          "/programmes?view=list",
          "/api/v1/outcomes?to=2026-Q4",
          "/api/v1/outcomes?to=2026-Q4&tier=full%20candidate",
          "/api/v1/outcomes?to=2026-Q4&programme=BN-00042",
          "/outcomes?to=2026-Q4",
          "/work?list=all",
          "/work?list=all&page=390",
          "/work?list=all&text=land+99&overdue=true",
          "/work?list=all&step=engagement&group=planners");

  /** Of one who works on a third of the tasks. */
  private static final List<String> WORK = List.of("/work", "/work?list=all&text=land+99");

  @Test
  void theListsOfALargePortfolioAnswerInTime(@TempDir Path folder) throws IOException {
    String wanted = System.getProperty("bench.addresses", "");
    int programmes = Integer.getInteger("bench.programmes", 10_000);
    int calls = Integer.getInteger("bench.calls", 300);
    List<String> late = new ArrayList<>();
    Report report =
        new Report(
            "lists",
            "| %s programmes, milliseconds | first call | median | p95 | slowest |"
                .formatted(programmes));
    try (EmbeddedPostgres database = filled(folder.resolve("database"), programmes);
        InstalledOffice office = started(database)) {
      Map.of("manager", ADDRESSES, "planner", WORK)
          .forEach(
              (account, addresses) -> {
                Visitor caller = Visitor.person(office.port(), account);
                for (String address :
                    addresses.stream().filter(each -> each.contains(wanted)).toList()) {
                  double first = call(caller, address);
                  double[] took = measure(caller, address, calls);
                  double p95 = took[(int) Math.ceil(calls * 0.95) - 1];
                  report.add(
                      account + " " + address,
                      milliseconds(first),
                      List.of(
                          milliseconds(took[calls / 2]),
                          milliseconds(p95),
                          milliseconds(took[calls - 1])));
                  if (p95 > AIM) {
                    late.add(address);
                  }
                }
              });
    }
    report.write();
    assertThat(late).as("slower than %s ms", AIM).isEmpty();
  }

  /**
   * @param copy where what is kept is copied to
   */
  private static EmbeddedPostgres filled(Path copy, int programmes) throws IOException {
    String keep = System.getProperty("bench.keep", "");
    if (!keep.isEmpty()) {
      return OfficeAtWorkBench.kept(Path.of(keep), copy, fresh -> fill(fresh, programmes));
    }
    EmbeddedPostgres database = InstalledOffice.postgres();
    fill(database, programmes);
    return database;
  }

  /** Started anew on the filled tables. */
  private static InstalledOffice started(EmbeddedPostgres database) {
    return InstalledOffice.on(
        InstalledOffice.urlOf(database),
        each -> {},
        "--logging.level.root=warn",
        WatchedConnections.NOT);
  }

  private static void fill(EmbeddedPostgres database, int programmes) {
    try (InstalledOffice first =
        InstalledOffice.on(
            InstalledOffice.urlOf(database), each -> {}, "--logging.level.root=warn")) {
      fill(first.bean(JdbcClient.class), programmes);
    }
  }

  private static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  /** Milliseconds of each call, the shortest first. */
  private static double[] measure(Visitor manager, String address, int calls) {
    for (int call = 0; call < WARM_UP; call++) {
      call(manager, address);
    }
    double[] took = new double[calls];
    for (int call = 0; call < calls; call++) {
      took[call] = call(manager, address);
    }
    Arrays.sort(took);
    return took;
  }

  private static double call(Visitor manager, String address) {
    long began = System.nanoTime();
    HttpResponse<String> answer = manager.get(address);
    if (answer.statusCode() != 200 || answer.body().length() < 100) {
      throw new IllegalStateException(address + " answered " + answer.statusCode());
    }
    return (System.nanoTime() - began) / 1e6;
  }

  /**
   * The history: each programme has an open task, was opened in the first quarter, went through the
   * steps, had a broken and an adopted round, five milestones, and in each quarter a review with
   * its pack, two activities and a new figure.
   */
  private static void fill(JdbcClient db, int programmes) {
    for (String statement :
        List.of(
            """
            insert into programme (programme_key, candidate, open_candidate, name, status, step,
              tier, outcome, opened_at, opened_by, ended_at)
            select 'BN-' || lpad(n::text, 5, '0'), 'XB', null, 'Bench land ' || n,
              case when n % 10 = 0 then 'ENDED' else 'ACTIVE' end,
              (array['PREREQUISITES', 'STAKEHOLDERS', 'ENGAGEMENT', 'CONSENSUS', 'DIPLOMACY',
                'INTEGRATION'])[n / 10 % 6 + 1],
              (array['STRATEGIC_PARTNER', 'INTERIM_ALLY', 'FULL_CANDIDATE'])[n % 3 + 1],
              case when n % 20 = 0 then 'SETTLED' when n % 10 = 0 then 'TERMINATED' end,
              timestamptz '2024-01-02 09:00+00' + (n % 60) * interval '1 day', 'analyst',
              case when n % 10 = 0 then timestamptz '2026-06-01 09:00+00' end
            from generate_series(1, :programmes) n
            """,
            """
            insert into step_entry (programme, step, entered_at, left_at)
            select programme_key, name_of_step, opened_at + place * interval '9 days',
              case when place < 6 then opened_at + (place + 1) * interval '9 days' end
            from programme, unnest(array['PREREQUISITES', 'STAKEHOLDERS', 'ENGAGEMENT', 'CONSENSUS',
              'DIPLOMACY', 'INTEGRATION']) with ordinality as steps (name_of_step, place)
            """,
            """
            insert into council_item (programme, package_version, tier, justification, opened_at,
              outcome, closed_at)
            select programme_key, 2, tier, 'a justification', opened_at + interval '27 days',
              'ADOPTED', opened_at + interval '40 days' from programme
            """,
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status,
              ended_at)
            select i.id, i.programme, n, n, i.tier, 'a justification',
              (select string_agg(iso2, ',') from ally), i.opened_at, 'secretary', i.closed_at,
              'Europe/Brussels', case n when 1 then 'BROKEN' else 'ADOPTED' end,
              i.opened_at + n * interval '6 days'
            from council_item i, generate_series(1, 2) n
            """,
            """
            insert into council_position (council_round, ally, stance, statement, stated_by,
              stated_at)
            select r.id, a.iso2, case when r.status = 'BROKEN' and a.iso2 in ('HU', 'TR')
              then 'OBJECTION' else 'NO_OBJECTION' end, 'a statement', 'delegate',
              r.circulated_at + interval '2 days'
            from council_round r, ally a
            """,
            """
            insert into phase (programme, package_id, phase_number, instrument, planned_from,
              planned_to, started_at)
            select programme_key, 1, n, (array['STRATEGIC_PARTNERSHIP_AGREEMENT',
              'JOINT_TRAINING_INITIATIVE'])[n], date '2024-04-01', date '2026-12-31',
              opened_at + n * interval '60 days'
            from programme, generate_series(1, 2) n
            """,
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on, met_on, evidence)
            select programme_key, 1, 'Milestone ' || n, 'count', '1', n = 1, day, day,
              case when n < 5 then day + ((n * 7) % 20 - 10) end, 'a report'
            from programme, generate_series(1, 5) n,
              lateral (select date '2024-03-01' + n * 150 as day) d
            """,
            """
            insert into activity (programme, kind, name, held_on, participants, source, recorded_by,
              recorded_at)
            select programme_key, (array['EXERCISE', 'INTELLIGENCE_SHARING', 'WORKSHOP'])[n % 3 + 1],
              'Activity ' || n, date '2024-01-15' + n * 45, 'forces of the candidate and of Allies',
              'after-action report', 'officer', timestamptz '2024-01-15 09:00+00'
            from programme, generate_series(0, 23) n
            """,
            """
            insert into indicator (programme, name, indicator_value, as_of, source, recorded_by,
              recorded_at)
            select programme_key, 'standardsImplementedPct', (50 + n)::text,
              date '2024-01-20' + n * 91, 'an audit', 'analyst', timestamptz '2024-01-20 09:00+00'
            from programme, generate_series(0, 11) n
            """,
            """
            insert into review (programme, kind, quarter, status, planned_for, opened_at, decide_by,
              pack, decision, reasons, decided_by, decided_at, held_late)
            select programme_key, 'QUARTERLY', (2024 + n / 4) || '-Q' || (n % 4 + 1),
              case when n = 5 then 'MISSED' else 'HELD' end, opens, opens, opens::date + 14,
              (select json_agg(md5(random()::text || k)) from generate_series(1, 150) k)::text,
              'CONTINUE', 'The programme is on course.', 'committee', opens + interval '5 days',
              n % 6 = 0
            from programme, generate_series(0, 11) n,
              lateral (select timestamptz '2024-01-02 08:00+00' + n * interval '91 days' as opens) o
            """,
            """
            insert into rated_programme (programme, ratings)
            select programme_key, string_agg(
              (array['G', 'A', 'R'])[abs(hashtext(programme_key || n)) % 3 + 1]
                || (array['G', 'A', 'R'])[abs(hashtext(n || programme_key)) % 3 + 1], '')
            from programme, generate_series(1, 6) n group by programme_key
            """,
            """
            update review set status = 'OPEN', decision = null, decided_by = null, decided_at = null
            where quarter = '2026-Q4' and id % 3 = 0
            """,
            """
            insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_,
              business_key_, proc_def_id_, is_active_, is_concurrent_, is_scope_, is_event_scope_,
              suspension_state_, cached_ent_state_, sequence_counter_)
            select 'bench-' || programme_key, 1, 'bench-' || programme_key,
              'bench-' || programme_key, programme_key, d.id_, true, false, true, false, 1, 0, 1
            from programme, (select id_ from act_re_procdef
              where key_ = 'design-engagement-package' order by version_ desc limit 1) d
            """,
            """
            insert into act_ru_task (id_, rev_, name_, priority_, create_time_, execution_id_,
              proc_inst_id_, proc_def_id_, task_def_key_, due_date_, suspension_state_, assignee_)
            select 'task-' || e.id_, 1, 'Draft offer · ' || e.business_key_, 50, at, e.id_, e.id_,
              e.proc_def_id_, 'userTask_draftOffer', at + interval '9 days', 1,
              case when n % 100 = 0 then 'planner' end
            from (select *, row_number() over (order by id_) as n from act_ru_execution
                where id_ like 'bench-%') e,
              lateral (select timestamp '2026-09-01 09:00' + n * interval '20 minutes' as at) opened
            """,
            """
            insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
            select 'link-' || id_, 1, (array['planners', 'analysts', 'envoys'])[n % 3 + 1],
              'candidate', id_
            from (select *, row_number() over (order by id_) as n from act_ru_task
                where id_ like 'task-%') t
            """,
            """
            insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_,
              resource_id_, perms_)
            select 'right-' || task_id_, 1, 1, group_id_, 7, task_id_, 16386
            from act_ru_identitylink where id_ like 'link-%'
            """,
            "vacuum analyze")) {
      JdbcClient.StatementSpec prepared = db.sql(statement);
      if (statement.contains(":programmes")) {
        prepared = prepared.param("programmes", programmes);
      }
      prepared.update();
    }
  }
}
