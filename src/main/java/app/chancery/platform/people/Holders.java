package app.chancery.platform.people;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who had an account before it was deleted: another one of its id is somebody else, and what is on
 * record tells them apart. The first who has an account is recorded by its id alone, such as {@code
 * clara}, the second as {@code clara~2}; {@code clara~1} is the first one, too.
 */
@Component
public class Holders {

  /** Between an account and which of its holders is meant; no account has it in its id. */
  private static final char NUMBER = '~';

  private final JdbcClient db;
  private final Clock clock;
  private final Duration knownFor;
  private volatile Reading read;

  Holders(JdbcClient db, Clock clock, AccountsPolicy policy) {
    this.db = db;
    this.clock = clock;
    knownFor = policy.knownFor();
  }

  /** Somebody whose account is deleted, as of that moment. */
  record Left(String name, String function) {}

  /**
   * What the present holder of an account is recorded as.
   *
   * @param account as the engine knows it; what is recorded already stays as it is
   */
  public String recorded(String account) {
    int before = account.indexOf(NUMBER) < 0 ? before(account).size() : 0;
    return before == 0 ? account : account + NUMBER + (before + 1);
  }

  /** The account of what is recorded. */
  static String account(String recorded) {
    int number = recorded.indexOf(NUMBER);
    return number < 0 ? recorded : recorded.substring(0, number);
  }

  /** Who is meant by what is recorded, if their account was deleted. */
  Optional<Left> left(String recorded) {
    String account = account(recorded);
    String meant = recorded.equals(account) ? account + NUMBER + 1 : recorded;
    List<Left> before = before(account);
    for (int holder = 1; holder <= before.size(); holder++) {
      if (meant.equals(account + NUMBER + holder)) {
        return Optional.of(before.get(holder - 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Keeps who had an account that is being deleted.
   *
   * @return what stands for them from now on, and for nobody else
   */
  String leave(String account, Left person) {
    forget();
    int holder = before(account).size() + 1;
    db.sql(
            """
            insert into account_left (account, holder, name, function, left_at)
            values (:account, :holder, :name, :function, :at)
            """)
        .param("account", account)
        .param("holder", holder)
        .param("name", person.name())
        .param("function", person.function())
        .param("at", OffsetDateTime.now(clock))
        .update();
    forget();
    return account + NUMBER + holder;
  }

  /** To be called when an account was deleted on this node. */
  void forget() {
    read = null;
  }

  private List<Left> before(String account) {
    Reading known = read;
    if (known == null || System.nanoTime() - known.nanos() >= knownFor.toNanos()) {
      long nanos = System.nanoTime();
      known = new Reading(all(), nanos);
      read = known;
    }
    return known.left().getOrDefault(account, List.of());
  }

  private Map<String, List<Left>> all() {
    Map<String, List<Left>> left = new HashMap<>();
    db.sql("select account, name, function from account_left order by account, holder")
        .query(
            row -> {
              left.computeIfAbsent(row.getString("account"), first -> new ArrayList<>())
                  .add(new Left(row.getString("name"), row.getString("function")));
            });
    return left;
  }

  /**
   * @param nanos of the JVM's own clock, as this is no time of the office
   */
  private record Reading(Map<String, List<Left>> left, long nanos) {}
}
