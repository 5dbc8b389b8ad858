package app.chancery.records;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be told of each kind of notice by mail. */
@Service
public class MailChoices {

  private final JdbcClient db;
  private final TellingPolicy policy;

  MailChoices(JdbcClient db, TellingPolicy policy) {
    this.db = db;
    this.policy = policy;
  }

  /** The way of every kind for a person: the chosen one, or the usual one. */
  public Map<NoticeKind, MailWay> of(String account) {
    Map<NoticeKind, MailWay> ways = new EnumMap<>(NoticeKind.class);
    Arrays.stream(NoticeKind.values()).forEach(kind -> ways.put(kind, policy.usual(kind)));
    db.sql("select kind, way from mail_choice where account = :account")
        .param("account", account)
        .query(
            row -> {
              NoticeKind kind = Coded.of(NoticeKind.class, row.getString("kind"));
              MailWay chosen = Coded.of(MailWay.class, row.getString("way"));
              // The policy may offer less than when it was chosen.
              if (offered(kind).contains(chosen)) {
                ways.put(kind, chosen);
              }
            });
    return ways;
  }

  /**
   * What a person may choose for a kind: nothing but at once where the deadline that it tells of
   * may be over before the next digest.
   */
  public List<MailWay> offered(NoticeKind kind) {
    return policy.always().contains(kind) ? List.of(MailWay.AT_ONCE) : List.of(MailWay.values());
  }

  /**
   * A person chooses; what is as usual is not kept, so that it follows a policy that changes.
   *
   * @throws app.chancery.platform.refusal.Refused naming every kind with a way that is not offered
   */
  @Transactional
  public void choose(String account, Map<NoticeKind, MailWay> ways) {
    Faults faults = new Faults();
    ways.forEach(
        (kind, way) ->
            faults.check(
                offered(kind).contains(way),
                kind.code(),
                Words.of("choices.always").formatted(kind.word())));
    faults.refuseIfAny();
    ways.forEach((kind, way) -> choose(account, kind, way));
  }

  @EventListener
  void forget(AccountLeft left) {
    db.sql("delete from mail_choice where account = :account")
        .param("account", left.account())
        .update();
  }

  private void choose(String account, NoticeKind kind, MailWay way) {
    db.sql("delete from mail_choice where account = :account and kind = :kind")
        .param("account", account)
        .param("kind", kind.code())
        .update();
    if (way != policy.usual(kind)) {
      db.sql("insert into mail_choice (account, kind, way) values (:account, :kind, :way)")
          .param("account", account)
          .param("kind", kind.code())
          .param("way", way.code())
          .update();
    }
  }
}
