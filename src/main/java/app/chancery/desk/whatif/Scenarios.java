package app.chancery.desk.whatif;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people keep of what they tried. It is no part of the record, and may be deleted. */
@Service
class Scenarios {

  static final String NAME = "name";
  static final String NOTE = "note";
  static final String SHARED = "shared";

  /** The most characters of a name. */
  private static final int LONGEST_NAME = 200;

  /** The most characters of a note. */
  private static final int LONGEST_NOTE = 2000;

  private final JdbcClient db;
  private final Author author;
  private final Clock clock;
  private final WhatIfPolicy policy;

  Scenarios(JdbcClient db, Author author, Clock clock, WhatIfPolicy policy) {
    this.db = db;
    this.author = author;
    this.clock = clock;
    this.policy = policy;
  }

  /** What the person who acts keeps, and what colleagues share; the newest first. */
  List<Scenario> seen() {
    return db.sql(
            """
            select * from what_if_scenario where owner = :owner or shared
            order by kept_at desc, id desc
            """)
        .param("owner", author.account())
        .query(Scenarios::map)
        .list();
  }

  /**
   * @param name of one line, and no other scenario's of the same person
   * @param tried see {@link Tried#query}
   * @throws Refused naming every fault by its field
   */
  @Transactional
  public void keep(String name, String note, boolean shared, String tried) {
    String called = PlainText.stripped(name);
    Faults faults = new Faults();
    if (faults.check(!called.isEmpty(), NAME, Words.of("form.required"))
        && PlainText.checkLine(called, NAME, faults)) {
      checkLength(called, LONGEST_NAME, NAME, faults);
    }
    if (PlainText.check(note, NOTE, faults)) {
      checkLength(note.strip(), LONGEST_NOTE, NOTE, faults);
    }
    faults.check(
        db.sql("select count(*) from what_if_scenario where owner = :owner")
                .param("owner", author.account())
                .query(Integer.class)
                .single()
            < policy.keptPerPerson(),
        NAME,
        Words.of("whatIf.keepsTooMany").formatted(policy.keptPerPerson()));
    faults.refuseIfAny();
    try {
      db.sql(
              """
              insert into what_if_scenario (owner, name, note, shared, tried, kept_at)
              values (:owner, :name, :note, :shared, :tried, :at)
              """)
          .param("owner", author.account())
          .param("name", called)
          .param("note", note.strip())
          .param("shared", shared)
          .param("tried", tried)
          .param("at", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException sameName) {
      throw new Refused(NAME, Words.of("whatIf.nameIsTaken"));
    }
  }

  /**
   * @return what it was called
   * @throws NotFound if the person who acts keeps none of that id
   */
  @Transactional
  public String delete(long id) {
    String name =
        db.sql("select name from what_if_scenario where id = :id and owner = :owner")
            .param("id", id)
            .param("owner", author.account())
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotFound(Words.of("whatIf.noScenario")));
    db.sql("delete from what_if_scenario where id = :id").param("id", id).update();
    return name;
  }

  /** What was kept for oneself goes with its account; what is shared stays with whom it helps. */
  @EventListener
  void leave(AccountLeft left) {
    db.sql("delete from what_if_scenario where owner = :account and not shared")
        .param("account", left.account())
        .update();
    db.sql("update what_if_scenario set owner = :retired where owner = :account")
        .param("retired", left.retired())
        .param("account", left.account())
        .update();
  }

  private static void checkLength(String text, int most, String field, Faults faults) {
    faults.check(
        text.length() <= most,
        field,
        Words.of("dossierReader.isLongerThanCharacters").formatted(most));
  }

  private static Scenario map(ResultSet row, int number) throws SQLException {
    return new Scenario(
        row.getLong("id"),
        row.getString("owner"),
        row.getString("name"),
        row.getString("note"),
        row.getBoolean("shared"),
        row.getString("tried"),
        row.getObject("kept_at", OffsetDateTime.class));
  }
}
