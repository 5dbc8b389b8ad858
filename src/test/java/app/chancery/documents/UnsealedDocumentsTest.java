package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.WhatTablesHold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Restricted documents that an earlier release has kept as they were written. */
@OfficeTest
class UnsealedDocumentsTest {

  private static final String MARKER = "quince-lantern-harbour";

  @Autowired Deliverables deliverables;
  @Autowired Prints prints;
  @Autowired SealedParts parts;
  @Autowired Library library;
  @Autowired UnsealedDocuments unsealed;
  @Autowired JdbcClient db;

  @Test
  void theNextStartSealsThemAndTheyAreReadAsTheyWere() {
    Deliverable map =
        deliverables.draft(
            "XR-2026", DeliverableKind.STAKEHOLDER_MAP, Document.titled("Map", MARKER));
    byte[] pdf = ("%" + MARKER).getBytes(StandardCharsets.US_ASCII);
    String content = new String(open(map.id()), StandardCharsets.UTF_8);
    db.sql("truncate table deliverable_sealed").update();
    db.sql("insert into deliverable_unsealed (deliverable, content, pdf) values (?, ?, ?)")
        .params(map.id(), content, pdf)
        .update();

    unsealed.seal();
    unsealed.seal();

    assertThat(WhatTablesHold.tablesWith(db, MARKER)).isEmpty();
    assertThat(deliverables.find("XR-2026", map.id()).orElseThrow().document())
        .isEqualTo(map.document());
    assertThat(prints.of(library.view(map))).isEqualTo(pdf);
  }

  private byte[] open(long id) {
    return parts.find(id, SealedParts.CONTENT).orElseThrow();
  }

  /** Before the start, which has the key, the tables are changed, which has none. */
  @Test
  void theChangeOfTheTablesSetsThemAsideAndLeavesTheRestFinal() throws Exception {
    SingleConnectionDataSource database =
        new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), true);
    JdbcClient old = JdbcClient.create(database);
    run(database.getConnection(), "src/test/resources/released/1.0.0/changelog/tables", "");
    for (String kind : new String[] {"STAKEHOLDER_MAP", "MEDIA_BRIEF"}) {
      old.sql(
              """
              insert into deliverable (programme, kind, version, content, sha256, created_at)
              values ('XR-2026', ?, 1, ?, 'x', current_timestamp)
              """)
          .params(kind, "{\"title\": \"" + kind + "\"}")
          .update();
    }
    old.sql("insert into deliverable_print values (1, X'50', 'x', current_timestamp)").update();
    old.sql("insert into deliverable_print values (2, X'51', 'x', current_timestamp)").update();

    run(
        database.getConnection(),
        "src/main/resources/db/changelog/tables",
        "(?s).*(?=--changeset chancery:deliverable-sealed-h2)");

    assertThat(old.sql("select content from deliverable order by id").query(String.class).list())
        .containsExactly("", "{\"title\": \"MEDIA_BRIEF\"}");
    assertThat(
            old.sql("select length(pdf) from deliverable_print order by deliverable")
                .query(Integer.class)
                .list())
        .containsExactly(0, 1);
    assertThat(old.sql("select content from deliverable_unsealed").query(String.class).single())
        .contains("STAKEHOLDER_MAP");
    for (String change :
        new String[] {
          "update deliverable set content = 'x'",
          "delete from deliverable",
          "update deliverable_print set pdf = X''"
        }) {
      assertThatThrownBy(() -> old.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    database.destroy();
  }

  private static void run(Connection database, String folder, String without)
      throws IOException, SQLException {
    String changes =
        Files.readString(Path.of(folder, "050-deliverables.sql"))
            .replaceAll(without.isEmpty() ? "(?!)" : without, "")
            .replaceAll("(?s)--changeset \\S+ dbms:postgresql.*?(?=--changeset|\\z)", "");
    ScriptUtils.executeSqlScript(
        database, new ByteArrayResource(changes.getBytes(StandardCharsets.UTF_8)));
  }
}
