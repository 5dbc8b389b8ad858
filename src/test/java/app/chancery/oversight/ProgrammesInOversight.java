package app.chancery.oversight;

import app.chancery.InstalledOffice;
import app.chancery.SampleDossiers;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Any number of programmes whose reviews the committee waits for. */
public final class ProgrammesInOversight {

  private final JdbcClient db;
  private final Programmes programmes;
  private final Dossiers dossiers;
  private final RuntimeService runtime;

  public ProgrammesInOversight(InstalledOffice office) {
    db = office.bean(JdbcClient.class);
    programmes = office.bean(Programmes.class);
    dossiers = office.bean(Dossiers.class);
    runtime = office.bean(RuntimeService.class);
  }

  /** The keys of programmes from this number on. */
  public static List<String> keys(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(each -> String.format(Locale.ROOT, "LAND-%05d", each))
        .toList();
  }

  /** A programme with a dossier, a tier and two milestones. */
  public void add(String key) {
    db.sql(
            """
            insert into programme (programme_key, candidate, name, status, step, opened_at, opened_by)
            values (:key, 'XX', :key, 'ACTIVE', 'INTEGRATION', timestamp '2026-01-01 00:00:00', 'test')
            """)
        .param("key", key)
        .update();
    dossiers.open(key, SampleDossiers.of("XX", "Land " + key));
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    for (String name : List.of("Host nation support", "Standards")) {
      db.sql(
              """
              insert into milestone (programme, package_id, name, measure, target, interoperability,
                planned_for, due_on)
              values (:key, 1, :name, 'agreements', '1', false, date '2027-06-30',
                date '2027-06-30')
              """)
          .param("key", key)
          .param("name", name)
          .update();
    }
  }

  /** Oversight begins to wait for its first review. */
  public void watch(String key) {
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
  }
}
