package app.chancery.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.platform.briefing.LateTask;
import app.chancery.records.Notice;
import app.chancery.records.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom the office reminds of what, and whom it tells when that did not help, is policy. */
@OfficeTest
class RemindersTest {

  private static final String DRAFT = "userTask_draftOffer";

  private static final Pattern LINE =
      Pattern.compile("_(?:reminder|escalation)\">\\s*<text>\"([^\"]*)\"");

  @Autowired Programmes programmes;
  @Autowired Reminders reminders;
  @Autowired Notices notices;
  @Autowired ProcessEngine engine;

  private String programme;

  @BeforeEach
  void register() {
    programme = programmes.register(SampleDossiers.ruritania());
  }

  @Test
  void whoShouldDoATaskIsRemindedInTheWordsOfTheTable() {
    reminders.remind(new LateTask(programme, DRAFT, "Draft", Optional.of("t-1")));

    assertThat(newest().path()).isEqualTo("/tasks/t-1");
    assertThat(newest().step()).isEqualTo("engagement");
    assertThat(newest().recipients()).isEqualTo("planners");
    assertThat(newest().subject()).isEqualTo("Ruritania (XR-2026): the offer is to be drafted");
    assertThat(newest().text())
        .isEqualTo("'Draft' in the programme for Ruritania (XR-2026) is waiting.");
  }

  @Test
  void thoseAboveAreToldInTheWordsOfTheTable() {
    reminders.escalate(late(DRAFT));

    assertThat(newest().recipients()).isEqualTo("executives");
    assertThat(newest().path()).isEqualTo("/programmes/XR-2026");
    assertThat(newest().subject())
        .isEqualTo("Ruritania (XR-2026): the offer is overdue at the planners");
    assertThat(newest().text())
        .isEqualTo("'Draft' in the programme for Ruritania (XR-2026) is overdue.");
  }

  /** A changed row needs no new model and reaches the programmes that run. */
  @Test
  void theTableOfTodayNamesThem() throws IOException {
    String changed =
        Files.readString(Path.of("processes/programme/deadlines.dmn"))
            .replaceFirst(
                "(\"outputEntry_deadlines_draftOffer_reminded\">\\s*<text>)\"planners\"",
                "$1\"planners, managers\"");
    Deployment deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString("deadlines.dmn", changed)
            .deploy();
    try {
      reminders.remind(late(DRAFT));

      assertThat(newest().recipients()).isEqualTo("planners, managers");
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment.getId(), true, true, true);
    }
  }

  /** Who is told reads of many candidates. */
  @Test
  void everyLineOfTheTableSaysWhatItIsAbout() throws IOException {
    List<String> lines =
        LINE.matcher(Files.readString(Path.of("processes/programme/deadlines.dmn")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(lines).hasSizeGreaterThan(40).allMatch(line -> line.contains("{about}"));
  }

  @Test
  void aTaskOfWhichNobodyIsRemindedIsNamed() {
    assertThatThrownBy(() -> reminders.remind(late("userTask_amendPackage")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("userTask_amendPackage")
        .hasMessageContaining("deadlines");
  }

  private LateTask late(String key) {
    return new LateTask(programme, key, "Draft", Optional.empty());
  }

  private Notice newest() {
    return notices.of(programme).get(notices.of(programme).size() - 1);
  }
}
