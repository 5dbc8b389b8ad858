package app.chancery.desk.portfolio;

import app.chancery.records.MailWay;
import app.chancery.records.Notice;
import app.chancery.records.NoticeKind;
import app.chancery.records.Telling;
import app.chancery.records.Telling.Mailed;
import app.chancery.records.Telling.Reached;
import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A notice in the file of who was told what, once for each of those whom it reached; once where its
 * reader knows of none.
 *
 * @param kind null of what was told before kinds were kept
 * @param to the recipients in words
 * @param person the name of one whom it reached; null if there is none, and so are the others
 * @param mailedAt null if no mail was sent
 * @param readAt null while it is unread
 */
record ToldFigure(
    OffsetDateTime at,
    NoticeKind kind,
    String subject,
    String text,
    String to,
    boolean confidential,
    String person,
    MailWay way,
    Mailed mailed,
    OffsetDateTime mailedAt,
    OffsetDateTime readAt) {

  /**
   * @param countries gives the name of a country by its code
   * @param names who stands behind an account
   */
  static Stream<ToldFigure> of(
      Telling telling, UnaryOperator<String> countries, UnaryOperator<String> names) {
    String to = telling.notice().toldTo(countries);
    return telling.reached().isEmpty()
        ? Stream.of(of(telling.notice(), to, null, null, null, null, null))
        : telling.reached().stream().map(one -> of(telling.notice(), to, one, names));
  }

  private static ToldFigure of(Notice notice, String to, Reached one, UnaryOperator<String> names) {
    return of(
        notice,
        to,
        ToldRow.name(one, names),
        one.way(),
        one.mailed(),
        one.mailedAt(),
        one.readAt());
  }

  private static ToldFigure of(
      Notice notice,
      String to,
      String person,
      MailWay way,
      Mailed mailed,
      OffsetDateTime mailedAt,
      OffsetDateTime readAt) {
    return new ToldFigure(
        notice.sentAt(),
        notice.kind(),
        notice.subject(),
        notice.text(),
        to,
        notice.confidential(),
        person,
        way,
        mailed,
        mailedAt,
        readAt);
  }
}
