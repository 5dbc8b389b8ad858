package app.chancery.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes everything, at a free port of this machine. */
public final class MailServer implements AutoCloseable {

  private final GreenMail server;

  public MailServer() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort();
    setup.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
    server = new GreenMail(setup);
    server.start();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  /** The mail to a sample account whose subject says both. */
  public Optional<MimeMessage> to(String account, String what, String programme) {
    return received().stream().filter(mail -> is(mail, account, what, programme)).findFirst();
  }

  /** What a mail says as HTML; empty if it has none. */
  public static String html(Part mail) throws MessagingException, IOException {
    if (mail.isMimeType("text/html")) {
      return mail.getContent().toString();
    }
    StringBuilder found = new StringBuilder();
    if (mail.getContent() instanceof Multipart parts) {
      for (int part = 0; part < parts.getCount(); part++) {
        found.append(html(parts.getBodyPart(part)));
      }
    }
    return found.toString();
  }

  List<String> messageIds() {
    return received().stream().map(MailServer::messageId).toList();
  }

  static String messageId(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean is(MimeMessage mail, String account, String what, String programme) {
    try {
      return InternetAddress.toString(mail.getAllRecipients()).equals(account + "@chancery.example")
          && mail.getSubject().contains(what)
          && mail.getSubject().contains(programme);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What sends to a server at that port. */
  static JavaMailSenderImpl senderTo(int port) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "10000");
    sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "10000");
    return sender;
  }

  @Override
  public void close() {
    server.stop();
  }
}
