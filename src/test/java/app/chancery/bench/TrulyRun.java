package app.chancery.bench;

import app.chancery.SampleDossiers;
import app.chancery.platform.mail.Outbox;
import app.chancery.programme.Opening;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.BeanFactory;

/**
 * Programmes that were truly run: opened on some day in the past and brought to another one by the
 * scripted staff, through every process, decision table and timer; their documents are printed.
 */
final class TrulyRun {

  /**
   * The figures of candidates of each tier, from the highest: defence, OCC, standards and so on.
   */
  private static final List<List<String>> FIGURES =
      List.of(
          List.of("2.4", "NEL2", "82", "1.4", "85", "74", "61"),
          List.of("1.7", "NEL1", "55", "0.6", "66", "58", "45"),
          List.of("1.1", "SEL1", "22", "-0.2", "48", "44", "30"));

  private final BeanFactory office;
  private final Map<String, Answer> otherwise;

  /**
   * @param office on whose jobs nobody works
   * @param otherwise what the staff do in another way than a rehearsal's
   */
  TrulyRun(BeanFactory office, Map<String, Answer> otherwise) {
    this.office = office;
    this.otherwise = otherwise;
  }

  /**
   * @param end how far they are brought
   * @param openedBefore the end each was opened, the oldest first; the codes of their candidates go
   *     from XA on
   * @return their keys
   */
  List<String> until(Instant end, List<Duration> openedBefore) {
    Office clock = office.getBean(Office.class);
    Consumer<Instant> workUntil = office.getBean(Rehearsal.class).with(otherwise).begin();
    List<String> keys = new ArrayList<>();
    try {
      for (Duration before : openedBefore) {
        Instant day = end.minus(before);
        if (keys.isEmpty()) {
          clock.setClock(day);
        } else {
          workUntil.accept(day);
        }
        Dossier dossier = dossier(keys.size(), day.atOffset(ZoneOffset.UTC).toLocalDate());
        keys.add(clock.inTheNameOf("analyst", () -> office.getBean(Opening.class).open(dossier)));
      }
      workUntil.accept(end);
      print();
      // It was played: nobody is to find mails of it.
      office.getBean(Outbox.class).clear();
    } finally {
      clock.resetClock();
    }
    return keys;
  }

  /** What waits until nothing else is due. */
  private void print() {
    ManagementService jobs = office.getBean(ManagementService.class);
    for (List<Job> due = due(jobs); !due.isEmpty(); due = due(jobs)) {
      due.forEach(job -> jobs.executeJob(job.getId()));
    }
  }

  private static List<Job> due(ManagementService jobs) {
    return jobs.createJobQuery().executable().processDefinitionKey("print-deliverable").list();
  }

  private static Dossier dossier(int number, LocalDate day) {
    char letter = (char) ('A' + number);
    Dossier like = SampleDossiers.of("X" + letter, "Land-of-" + letter);
    List<String> figures = FIGURES.get(number % FIGURES.size());
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(IndicatorName.class);
    for (Indicator each : like.indicators().values()) {
      indicators.put(
          each.name(),
          new Indicator(
              each.name(), figures.get(each.name().ordinal()), day.minusMonths(3), each.source()));
    }
    return new Dossier(
        like.candidate(),
        like.name(),
        like.european(),
        like.region(),
        day,
        like.propagandaExposure(),
        like.propagandaExposureSource(),
        indicators);
  }
}
