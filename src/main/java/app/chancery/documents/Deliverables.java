package app.chancery.documents;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.files.Sha256;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.secrecy.Sealed;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** The documents of all programmes. A version never changes; what changes becomes a new version. */
@Service
public class Deliverables {

  private static final String SELECT =
      """
      select id, programme, kind, version, content, s.sealed, s.sealed_by, sha256, created_at,
        approved_by, approved_at
      from deliverable left join deliverable_approval a on a.deliverable = id
        left join deliverable_sealed s on s.deliverable = id and s.part = 'content'\s""";

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Clock clock;
  private final Author author;
  private final Audit audit;
  private final PrintingProcess printing;
  private final SealedParts parts;

  Deliverables(
      JdbcClient db,
      ObjectMapper json,
      Clock clock,
      Author author,
      Audit audit,
      PrintingProcess printing,
      SealedParts parts) {
    this.db = db;
    this.json = json;
    this.clock = clock;
    this.author = author;
    this.audit = audit;
    this.printing = printing;
    this.parts = parts;
  }

  /** Files a new version as a draft; of a restricted kind what it says is sealed. */
  @Transactional
  public Deliverable draft(String programme, DeliverableKind kind, Document document) {
    String content = write(document);
    int version = latest(programme, kind).map(Deliverable::version).orElse(0) + 1;
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    db.sql(
            """
            insert into deliverable (programme, kind, version, content, sha256, created_at)
            values (:programme, :kind, :version, :content, :sha256, :at)
            """)
        .param("programme", programme)
        .param("kind", kind.name())
        .param("version", version)
        .param("content", kind.isRestricted() ? "" : content)
        .param("sha256", Sha256.of(content))
        .param("at", OffsetDateTime.now(clock))
        .update(id, "id");
    if (kind.isRestricted()) {
      parts.keep(Objects.requireNonNull(id.getKeyAs(Long.class)), SealedParts.CONTENT, content);
    }
    return latest(programme, kind).orElseThrow();
  }

  /** Files a new version that needs no approval: Chancery made it from approved facts. */
  public Deliverable issue(String programme, DeliverableKind kind, Document document) {
    draft(programme, kind, document);
    return approve(programme, kind);
  }

  /**
   * Approves the newest version in the name of the acting person, and has it printed afterwards.
   * One that is approved stays as it is.
   */
  public Deliverable approve(String programme, DeliverableKind kind) {
    Deliverable newest =
        latest(programme, kind)
            .orElseThrow(
                () ->
                    new NotFound(Words.of("deliverables.noOf").formatted(kind.title(), programme)));
    if (newest.isApproved()) {
      return newest;
    }
    db.sql(
            """
            insert into deliverable_approval (deliverable, approved_by, approved_at)
            values (:id, :by, :at)
            """)
        .param("id", newest.id())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.record(
        Act.DOCUMENT_APPROVED,
        programme,
        kind.code() + " " + newest.version(),
        newest.sha256(),
        null);
    Deliverable approved = find(programme, newest.id()).orElseThrow();
    printing.deliverableApproved(approved);
    return approved;
  }

  public Optional<Deliverable> latest(String programme, DeliverableKind kind) {
    return db.sql(
            SELECT + "where programme = :programme and kind = :kind order by version desc limit 1")
        .param("programme", programme)
        .param("kind", kind.name())
        .query(this::map)
        .optional();
  }

  /** Of several programmes those whose newest version of the kind is approved. */
  public Set<String> approvedOf(Collection<String> programmes, DeliverableKind kind) {
    return Set.copyOf(
        db.sql(
                """
                select programme from deliverable d join deliverable_approval on deliverable = d.id
                where programme in (:programmes) and kind = :kind and version =
                  (select max(version) from deliverable newest
                   where newest.programme = d.programme and newest.kind = d.kind)
                """)
            .param("programmes", programmes)
            .param("kind", kind.name())
            .query(String.class)
            .list());
  }

  public Optional<Deliverable> find(String programme, long id) {
    return db.sql(SELECT + "where programme = :programme and id = :id")
        .param("programme", programme)
        .param("id", id)
        .query(this::map)
        .optional();
  }

  /** All versions of all documents of a programme, in the order they were made. */
  public List<Deliverable> of(String programme) {
    return db.sql(SELECT + "where programme = :programme order by id")
        .param("programme", programme)
        .query(this::map)
        .list();
  }

  private Deliverable map(ResultSet row, int number) throws SQLException {
    return new Deliverable(
        row.getLong("id"),
        row.getString("programme"),
        DeliverableKind.valueOf(row.getString("kind")),
        row.getInt("version"),
        content(row),
        row.getString("sha256"),
        row.getObject("created_at", OffsetDateTime.class),
        row.getString("approved_by"),
        row.getObject("approved_at", OffsetDateTime.class));
  }

  private Supplier<Document> content(ResultSet row) throws SQLException {
    String content = row.getString("content");
    long id = row.getLong("id");
    Sealed restricted = new Sealed(row.getString("sealed_by"), row.getBytes("sealed"));
    return SingletonSupplier.of(
        () ->
            read(
                restricted.by() == null
                    ? content
                    : parts.text(restricted, id, SealedParts.CONTENT)));
  }

  private String write(Document document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document cannot be written as JSON", e);
    }
  }

  private Document read(String content) {
    try {
      return json.readValue(content, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored document cannot be read", e);
    }
  }
}
