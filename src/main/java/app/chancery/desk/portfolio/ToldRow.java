package app.chancery.desk.portfolio;

import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.MailWay;
import app.chancery.records.Telling;
import app.chancery.records.Telling.Mailed;
import app.chancery.records.Telling.Reached;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * By which ways one notice went, in words.
 *
 * @param persons each of those whom it reached, in the order of their names
 */
record ToldRow(List<Way> ways, List<Person> persons) {

  /**
   * @param way by which it went, and what became of a mail
   * @param read when, or that it is not
   */
  record Person(String name, String way, String read) {}

  /**
   * @param said the way, what became of the mails, and of how many
   * @param address of these mails in the outbox; null where its reader may not look into it, or
   *     there are none
   */
  record Way(String said, String address) {}

  /**
   * @param administers whether its reader may look into the outbox
   * @param names who stands behind an account
   */
  static ToldRow of(Telling telling, boolean administers, UnaryOperator<String> names, Days days) {
    return new ToldRow(
        telling.mails().stream().map(count -> way(count, administers)).toList(),
        telling.reached().stream()
            .map(each -> person(each, names, days))
            .sorted(Comparator.comparing(Person::name, Collator.getInstance(Locale.ROOT)))
            .toList());
  }

  private static Way way(Telling.Count count, boolean administers) {
    return new Way(
        Words.of("told.way.counted")
            .formatted(said(count.way(), count.mailed().word()), count.persons()),
        administers && count.mailed().isInOutbox()
            ? "/mails?state=" + count.mailed().code()
            : null);
  }

  private static Person person(Reached one, UnaryOperator<String> names, Days days) {
    String mailed = one.mailed().word();
    return new Person(
        name(one, names),
        said(
            one.way(),
            one.mailed() == Mailed.SENT
                ? Words.of("told.way.sent").formatted(mailed, days.moment(one.mailedAt()))
                : mailed),
        one.readAt() == null
            ? Words.of("told.persons.unread")
            : Words.of("told.persons.read").formatted(days.words(one.readAt())));
  }

  static String name(Reached one, UnaryOperator<String> names) {
    String name = names.apply(one.account());
    return one.hasLeft() ? Words.of("told.left").formatted(name) : name;
  }

  private static String said(MailWay way, String mailed) {
    return way == MailWay.NONE
        ? way.told()
        : Words.of("told.way.mail").formatted(way.told(), mailed);
  }
}
