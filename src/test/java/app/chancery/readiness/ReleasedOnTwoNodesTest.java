package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.InstalledOffice;
import app.chancery.SampleDossiers;
import app.chancery.platform.decisions.TableReleases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is released on one node holds on the other at once, and when both were started anew. */
@Tag("own-application")
class ReleasedOnTwoNodesTest {

  @Test
  void aReleaseHoldsOnEveryNodeAndAfterARestart() throws IOException {
    try (EmbeddedPostgres database = InstalledOffice.postgres()) {
      try (InstalledOffice one = node(database);
          InstalledOffice other = node(database)) {
        assertThat(newlyJudged(one)).isEqualTo(Tier.FULL_CANDIDATE);
        assertThat(newlyJudged(other)).isEqualTo(Tier.FULL_CANDIDATE);

        one.bean(TableReleases.class)
            .release(
                "assign-tier",
                EditedTables.bytes(
                    EditedTables.with("assign-tier", "inputEntry_assignTier_1_3", ">= 95")));

        assertThat(newlyJudged(other)).isEqualTo(Tier.INTERIM_ALLY);
        assertThat(newlyJudged(one)).isEqualTo(Tier.INTERIM_ALLY);
        assertThat(other.bean(Policies.class).inUse()).isEqualTo(one.bean(Policies.class).inUse());
      }
      try (InstalledOffice anew = node(database)) {
        assertThat(newlyJudged(anew)).isEqualTo(Tier.INTERIM_ALLY);
        assertThat(anew.bean(Policies.class).inUse().versions()).containsEntry("assign-tier", 2);
      }
    }
  }

  private static Tier newlyJudged(InstalledOffice node) {
    return node.bean(Tiering.class).assess(SampleDossiers.ruritania()).tier();
  }

  private static InstalledOffice node(EmbeddedPostgres database) {
    return InstalledOffice.on(
        InstalledOffice.urlOf(database),
        application -> {},
        "--spring.profiles.active=postgres,rehearsal",
        "--logging.level.root=warn");
  }
}
