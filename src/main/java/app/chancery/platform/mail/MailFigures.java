package app.chancery.platform.mail;

import app.chancery.platform.watching.Figure;
import app.chancery.platform.watching.Figures;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

@Component
class MailFigures implements Figures {

  private final ObjectProvider<JavaMailSender> server;

  MailFigures(ObjectProvider<JavaMailSender> server) {
    this.server = server;
  }

  /** Where no mail is sent it says nothing that mails wait and are given up. */
  @Override
  public List<Figure> figures() {
    return server.getIfAvailable() == null ? List.of() : ofMails();
  }

  private static List<Figure> ofMails() {
    return List.of(
        new Figure("chancery_mails_waiting", "Mails that are to be sent", count(MailState.WAITING)),
        new Figure(
            "chancery_mails_failed",
            "Mails that were given up or refused, and are still kept",
            count(MailState.FAILED)),
        new Figure(
            "chancery_mails_oldest_waiting_timestamp_seconds",
            "When the oldest mail that is to be sent was written, in seconds since 1970",
            "select extract(epoch from min(written_at)) as number" + of(MailState.WAITING)));
  }

  private static String count(MailState state) {
    return "select count(*) as number" + of(state);
  }

  private static String of(MailState state) {
    return " from mail where state = '%s'".formatted(state.code());
  }
}
