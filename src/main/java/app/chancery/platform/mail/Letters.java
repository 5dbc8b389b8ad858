package app.chancery.platform.mail;

import app.chancery.platform.words.Words;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Mails as they are sent: as plain text and as HTML, with one link. */
@Component
class Letters {

  private static final int LONGEST_SUBJECT = 200;

  private final String publicUrl;

  /**
   * @param publicUrl where people reach the office; empty if that was not said: then mails have the
   *     path alone
   */
  Letters(@Value("${chancery.public-url:}") String publicUrl) {
    this.publicUrl = publicUrl.strip().replaceAll("/$", "");
  }

  /** Fills in a message. */
  void write(Mail mail, InternetAddress from, InternetAddress to, MimeMessage message)
      throws MessagingException {
    MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(to);
    helper.setSubject(
        mail.subject().length() <= LONGEST_SUBJECT
            ? mail.subject()
            : mail.subject().substring(0, LONGEST_SUBJECT - 1) + "…");
    helper.setSentDate(Date.from(mail.writtenAt().toInstant()));
    helper.setText(text(mail), html(mail));
    message.setHeader("Message-ID", mail.messageId());
    // So that no absence note is sent in answer (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
  }

  private String text(Mail mail) {
    return "%s\n\n%s\n\n%s %s\n\n%s\n"
        .formatted(
            Words.of("mail.lead"),
            mail.lines().stream().map(line -> "- " + line).collect(Collectors.joining("\n")),
            Words.of("mail.open"),
            publicUrl + mail.path(),
            Words.of("mail.foot"));
  }

  private String html(Mail mail) {
    String place = HtmlUtils.htmlEscape(publicUrl + mail.path());
    return """
        <!DOCTYPE html><html><body><p>%s</p><ul>%s</ul><p>%s %s</p><p><small>%s</small></p></body></html>
        """
        .formatted(
            HtmlUtils.htmlEscape(Words.of("mail.lead")),
            mail.lines().stream()
                .map(line -> "<li>" + HtmlUtils.htmlEscape(line) + "</li>")
                .collect(Collectors.joining()),
            HtmlUtils.htmlEscape(Words.of("mail.open")),
            // A path leads nowhere from a mail program.
            publicUrl.isEmpty() ? place : "<a href=\"%s\">%s</a>".formatted(place, place),
            HtmlUtils.htmlEscape(Words.of("mail.foot")));
  }
}
