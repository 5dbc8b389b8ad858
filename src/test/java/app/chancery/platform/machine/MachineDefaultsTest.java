package app.chancery.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.programme.Opening;
import app.chancery.rehearsal.Office;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The build starts these tests on machines of other languages and zones. */
@OfficeTest
class MachineDefaultsTest {

  @Autowired Opening opening;
  @Autowired Office office;
  @Autowired ManagementService jobs;
  @Autowired TaskService tasks;
  @Autowired JdbcClient db;

  @Test
  void languageAndZoneAreTheSameOnEveryMachine() {
    // Spring asks the JVM for both.
    assertThat(LocaleContextHolder.getLocale()).isEqualTo(Locale.ENGLISH);
    assertThat(LocaleContextHolder.getTimeZone().getID()).isEqualTo("UTC");
  }

  @Test
  void theDatabaseCountsItsHoursInUtc() {
    assertThat(
            db.sql("select cast(timestamp with time zone '2026-07-01 12:00:00+00:00' as timestamp)")
                .query(LocalDateTime.class)
                .single())
        .isEqualTo("2026-07-01T12:00:00");
  }

  /** Its columns have no zone: what they say must not depend on who wrote it. */
  @Test
  void theEngineKeepsTimersAndDueDatesInUtc() {
    opening.open(SampleDossiers.ruritania());
    office.runDueJobs();

    List<Job> timers = jobs.createJobQuery().timers().list();
    List<Task> due = tasks.createTaskQuery().dueAfter(new Date(0)).list();
    assertThat(timers).isNotEmpty();
    assertThat(due).isNotEmpty();
    assertThat(written("select duedate_ from act_ru_job where type_ = 'timer'"))
        .containsExactlyInAnyOrderElementsOf(moments(timers.stream().map(Job::getDuedate)));
    assertThat(written("select due_date_ from act_ru_task where due_date_ is not null"))
        .containsExactlyInAnyOrderElementsOf(moments(due.stream().map(Task::getDueDate)));
  }

  /** As text, which no driver translates. */
  private List<Instant> written(String query) {
    return db
        .sql(query.replaceFirst("select (\\S+)", "select cast($1 as varchar)"))
        .query(String.class)
        .list()
        .stream()
        .map(text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC))
        .toList();
  }

  private static List<Instant> moments(Stream<Date> dates) {
    return dates.map(Date::toInstant).toList();
  }
}
