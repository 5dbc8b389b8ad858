package app.chancery.desk.portfolio;

import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.MailWay;
import app.chancery.records.Telling;
import app.chancery.records.Telling.Mailed;
import app.chancery.records.Telling.Reached;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * By which ways one notice went, in words.
 *
 * @param persons each of those whom it reached, in a sentence
 */
record ToldRow(List<Way> ways, List<String> persons) {

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
        telling.reached().stream().map(each -> person(each, names, days)).toList());
  }

  private static Way way(Telling.Count count, boolean administers) {
    return new Way(
        Words.of("told.way.counted")
            .formatted(said(count.way(), count.mailed().word()), count.persons()),
        administers && count.mailed().isInOutbox()
            ? "/mails?state=" + count.mailed().code()
            : null);
  }

  private static String person(Reached one, UnaryOperator<String> names, Days days) {
    String mailed = one.mailed().word();
    return Words.of("told.persons.one")
        .formatted(
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
    return one.hasLeft()
        ? Words.of("told.left").formatted(one.account())
        : names.apply(one.account());
  }

  private static String said(MailWay way, String mailed) {
    return way == MailWay.NONE
        ? way.told()
        : Words.of("told.way.mail").formatted(way.told(), mailed);
  }
}
