package app.chancery.platform.mail;

import app.chancery.platform.words.Words;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends the mails that are due, one after the other, and notes what became of each. */
class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /** Of SMTP: what the server refuses for good (RFC 5321, section 4.2.1). */
  private static final int FOR_GOOD = 500;

  private static final int LONGEST_REASON = 500;

  private final Outbox outbox;
  private final Letters letters;
  private final MailPolicy policy;
  private final JavaMailSender server;

  Sending(Outbox outbox, Letters letters, MailPolicy policy, JavaMailSender server) {
    this.outbox = outbox;
    this.letters = letters;
    this.policy = policy;
    this.server = server;
  }

  /** Sends until nothing is due any more, or the server is not to be reached. */
  void sendWhatIsDue() {
    List<Mail> taken = outbox.take();
    while (!taken.isEmpty()) {
      for (int at = 0; at < taken.size(); at++) {
        if (!send(taken.get(at))) {
          taken.subList(at + 1, taken.size()).forEach(outbox::putBack);
          return;
        }
      }
      taken = outbox.take();
    }
  }

  /** Gives whether the server can be reached, as far as that is known. */
  private boolean send(Mail mail) {
    if (!outbox.keep(mail)) {
      return true;
    }
    if (outbox.isTooOld(mail)) {
      outbox.failed(mail, mail.failure() == null ? Words.of(Outbox.TOO_OLD) : mail.failure());
      return true;
    }
    Optional<InternetAddress> to = address(mail);
    if (to.isEmpty()) {
      return true;
    }
    try {
      MimeMessage message = server.createMimeMessage();
      letters.write(mail, policy.sender(), to.get(), message);
      server.send(message);
      outbox.sent(mail);
      return true;
    } catch (MailException | MessagingException e) {
      String why = reason(e);
      boolean refused = isRefusedForGood(e);
      if (refused) {
        outbox.failed(mail, why);
      } else {
        outbox.delayed(mail, why);
      }
      LOG.warn("Mail {} was not sent: {}", mail.id(), why);
      return refused || isOfTheMessage(e);
    }
  }

  private Optional<InternetAddress> address(Mail mail) {
    Optional<String> address = outbox.addressOf(mail.account());
    if (address.isEmpty()) {
      outbox.failed(mail, Words.of("mail.noAddress"));
      return Optional.empty();
    }
    try {
      return Optional.of(MailAddress.of(address.get()));
    } catch (AddressException e) {
      outbox.failed(
          mail,
          Words.of(
              MailAddress.isOfAnotherScript(address.get())
                  ? "mail.badAddress.local"
                  : "mail.badAddress"));
      return Optional.empty();
    }
  }

  /** Whether the server was reached and had something against this mail. */
  private static boolean isOfTheMessage(Exception e) {
    return e instanceof MailSendException failed
        && !failed.getFailedMessages().isEmpty()
        && causeOf(e) instanceof SendFailedException;
  }

  private static boolean isRefusedForGood(Exception e) {
    for (Throwable cause = causeOf(e); cause != null; cause = next(cause)) {
      if (cause instanceof SMTPAddressFailedException refused
          && refused.getReturnCode() >= FOR_GOOD) {
        return true;
      }
    }
    return false;
  }

  private static Throwable next(Throwable cause) {
    return cause instanceof MessagingException messaging && messaging.getNextException() != null
        ? messaging.getNextException()
        : cause.getCause();
  }

  /** Spring keeps it with the message that failed. */
  private static Throwable causeOf(Exception e) {
    return e instanceof MailSendException failed && !failed.getFailedMessages().isEmpty()
        ? failed.getFailedMessages().values().iterator().next()
        : e;
  }

  /** What the innermost exception says, in one line: often the very answer of the server. */
  private static String reason(Exception e) {
    String last = "";
    for (Throwable cause = causeOf(e); cause != null; cause = next(cause)) {
      last = cause.getMessage() == null ? last : cause.getMessage();
    }
    String line = last.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
  }
}
