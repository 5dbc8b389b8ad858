package app.chancery.stakeholders;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WhatTablesHold;
import app.chancery.programme.Programmes;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release has kept as it was said. */
@OfficeTest
class UnsealedInterviewsTest {

  private static final String MARKER = "quince-lantern-harbour";

  @Autowired Programmes programmes;
  @Autowired StakeholderRegister register;
  @Autowired Interviews interviews;
  @Autowired UnsealedInterviews unsealed;
  @Autowired JdbcClient db;

  @Test
  void theNextStartSealsItAndNothingIsLost() {
    String programme = programmes.register(SampleDossiers.ruritania());
    long court = register.add(programme, new NewStakeholder("Court", StakeholderKind.OTHER));
    OffsetDateTime first = OffsetDateTime.parse("2026-05-04T08:15:00.123456Z");
    keep(programme, court, "Before. " + MARKER, first);
    keep(programme, court, null, first.plusDays(1));
    db.sql(
            """
            insert into interview_question_unsealed
              (programme, stakeholder, question, asked_by, asked_at)
            values (?, ?, ?, 'envoy', ?)
            """)
        .params(programme, court, "What of the " + MARKER + "?", first)
        .update();
    assertThat(WhatTablesHold.tablesWith(db, MARKER))
        .containsExactly("interview_question_unsealed", "interview_unsealed");

    unsealed.seal();
    unsealed.seal();

    assertThat(WhatTablesHold.tablesWith(db, MARKER)).isEmpty();
    assertThat(interviews.questionsFor(court)).containsExactly("What of the " + MARKER + "?");
    assertThat(interviews.newest(programme))
        .containsExactly(
            new Interview(
                court,
                true,
                4,
                2,
                Stance.SKEPTIC,
                Stance.SUPPORTER,
                List.of(
                    new RedLine("bases", RedLine.Demand.REQUIRE, MARKER),
                    new RedLine("ports", RedLine.Demand.FORBID, "never")),
                List.of("trade", "training"),
                null,
                "analyst",
                first.plusDays(1)));
    assertThat(db.sql("select count(*) from interview").query(Long.class).single()).isEqualTo(2);
  }

  private void keep(String programme, long stakeholder, String notes, OffsetDateTime at) {
    db.sql(
            """
            insert into interview_unsealed (programme, stakeholder, held, power, interest,
              current_stance, desired_stance, red_lines, leverage_points, notes, recorded_by,
              recorded_at)
            values (:programme, :stakeholder, true, 4, 2, 'SKEPTIC', 'SUPPORTER', :redLines,
              :leverage, :notes, 'analyst', :at)
            """)
        .param("programme", programme)
        .param("stakeholder", stakeholder)
        .param("redLines", "require bases: " + MARKER + "\nforbid ports: never")
        .param("leverage", "trade\ntraining")
        .param("notes", notes)
        .param("at", at)
        .update();
  }
}
