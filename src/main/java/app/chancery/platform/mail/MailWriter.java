package app.chancery.platform.mail;

/** Writes mails when it is time for them; asked whenever mails are about to be sent. */
public interface MailWriter {

  void writeWhatIsDue();
}
