package app.chancery.diplomacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of campaigns, their plans and their results. */
@Repository
class CampaignRegister {

  private static final String SELECT =
      """
      select c.id, c.programme, c.number_in_programme, c.approved_at, c.launched_on, c.ends_on,
        c.closed_at, p.version, p.content, p.sent_back_because
      from campaign c join media_plan p on p.campaign = c.id
      where p.version = (select max(newest.version) from media_plan newest
        where newest.campaign = c.id)\s""";

  private final JdbcClient db;
  private final ObjectMapper json;

  CampaignRegister(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  List<Campaign> of(String programme) {
    return db.sql(SELECT + "and c.programme = :programme order by c.number_in_programme")
        .param("programme", programme)
        .query(this::campaign)
        .list();
  }

  Optional<Campaign> find(long id) {
    return db.sql(SELECT + "and c.id = :id").param("id", id).query(this::campaign).optional();
  }

  /** Opens a campaign and gives its id. A plan must follow. */
  long open(String programme) {
    db.sql(
            """
            insert into campaign (programme, number_in_programme)
            values (:programme, (select coalesce(max(earlier.number_in_programme), 0) + 1
              from campaign earlier where earlier.programme = :programme))
            """)
        .param("programme", programme)
        .update();
    return db.sql("select max(id) from campaign where programme = :programme")
        .param("programme", programme)
        .query(Long.class)
        .single();
  }

  void addPlan(long campaign, MediaPlan plan, String by, OffsetDateTime at) {
    db.sql(
            """
            insert into media_plan (campaign, version, content, drafted_by, drafted_at)
            values (:campaign, (select coalesce(max(earlier.version), 0) + 1
              from media_plan earlier where earlier.campaign = :campaign), :content, :by, :at)
            """)
        .param("campaign", campaign)
        .param("content", write(plan))
        .param("by", by)
        .param("at", at)
        .update();
  }

  /** Who has signed the newest plan of a campaign. */
  String draftedBy(long campaign) {
    return db.sql(
            """
            select drafted_by from media_plan where campaign = :campaign
            order by version desc limit 1
            """)
        .param("campaign", campaign)
        .query(String.class)
        .single();
  }

  void sendBack(long campaign, int version, String why) {
    db.sql(
            """
            update media_plan set sent_back_because = :why
            where campaign = :campaign and version = :version
            """)
        .param("why", why)
        .param("campaign", campaign)
        .param("version", version)
        .update();
  }

  void approve(long campaign, OffsetDateTime at) {
    db.sql("update campaign set approved_at = :at where id = :id")
        .param("at", at)
        .param("id", campaign)
        .update();
  }

  void launch(long campaign, LocalDate on, LocalDate end, List<MediaPlan.Channel> channels) {
    db.sql("update campaign set launched_on = :on, ends_on = :end where id = :id")
        .param("on", on)
        .param("end", end)
        .param("id", campaign)
        .update();
    for (MediaPlan.Channel channel : channels) {
      db.sql("insert into campaign_channel (campaign, name, kind) values (:id, :name, :kind)")
          .param("id", campaign)
          .param("name", channel.name())
          .param("kind", channel.kind().name())
          .update();
    }
  }

  List<MediaPlan.Channel> launchedOver(long campaign) {
    return db.sql("select name, kind from campaign_channel where campaign = :id order by id")
        .param("id", campaign)
        .query(CampaignRegister::channel)
        .list();
  }

  void close(long campaign, OffsetDateTime at) {
    db.sql("update campaign set closed_at = :at where id = :id and closed_at is null")
        .param("at", at)
        .param("id", campaign)
        .update();
  }

  void add(long campaign, CampaignResult result) {
    db.sql(
            """
            insert into campaign_result (campaign, stage, measure, result, source, recorded_by,
              recorded_at)
            values (:campaign, :stage, :measure, :result, :source, :by, :at)
            """)
        .param("campaign", campaign)
        .param("stage", result.stage().name())
        .param("measure", result.measure())
        .param("result", result.result())
        .param("source", result.source())
        .param("by", result.recordedBy())
        .param("at", result.recordedAt())
        .update();
  }

  void addLesson(long campaign, ResultStage stage, String lesson) {
    db.sql("insert into campaign_lesson (campaign, stage, lesson) values (:id, :stage, :lesson)")
        .param("id", campaign)
        .param("stage", stage.name())
        .param("lesson", lesson)
        .update();
  }

  /** What was learned, by the stages whose results are on record. */
  Map<ResultStage, String> lessons(long campaign) {
    Map<ResultStage, String> lessons = new EnumMap<>(ResultStage.class);
    db.sql("select stage, lesson from campaign_lesson where campaign = :id")
        .param("id", campaign)
        .query(
            row -> {
              lessons.put(ResultStage.valueOf(row.getString("stage")), row.getString("lesson"));
            });
    return lessons;
  }

  List<CampaignResult> results(long campaign) {
    return db.sql(
            """
            select stage, measure, result, source, recorded_by, recorded_at from campaign_result
            where campaign = :campaign order by id
            """)
        .param("campaign", campaign)
        .query(CampaignRegister::result)
        .list();
  }

  private Campaign campaign(ResultSet row, int number) throws SQLException {
    return new Campaign(
        row.getLong("id"),
        row.getString("programme"),
        row.getInt("number_in_programme"),
        read(row.getString("content")),
        row.getInt("version"),
        row.getString("sent_back_because"),
        row.getObject("approved_at", OffsetDateTime.class),
        row.getObject("launched_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("closed_at", OffsetDateTime.class));
  }

  private String write(MediaPlan plan) {
    try {
      return json.writeValueAsString(plan);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A media plan cannot be written as JSON", e);
    }
  }

  private MediaPlan read(String content) {
    try {
      return json.readValue(content, MediaPlan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored media plan cannot be read", e);
    }
  }

  private static MediaPlan.Channel channel(ResultSet row, int number) throws SQLException {
    return new MediaPlan.Channel(row.getString("name"), ChannelKind.valueOf(row.getString("kind")));
  }

  private static CampaignResult result(ResultSet row, int number) throws SQLException {
    return new CampaignResult(
        ResultStage.valueOf(row.getString("stage")),
        row.getString("measure"),
        row.getString("result"),
        row.getString("source"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
