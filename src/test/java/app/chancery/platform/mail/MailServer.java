package app.chancery.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes everything, at a free port of this machine. */
final class MailServer implements AutoCloseable {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  MailServer() {
    server.start();
  }

  int port() {
    return server.getSmtp().getPort();
  }

  List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
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
