package app.chancery.platform.mail;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A mail that was written.
 *
 * @param messageId by which every copy of it is known, also one that was sent twice
 * @param account whose address it goes to
 * @param lines what waits, each in one line
 * @param dueAt when it is tried next, or is free again for any node
 * @param tries how often it was tried
 * @param failure why the last try failed; null if none did
 * @param sentAt null while it was not sent
 */
record Mail(
    long id,
    String messageId,
    String account,
    String subject,
    List<String> lines,
    String path,
    MailState state,
    OffsetDateTime writtenAt,
    OffsetDateTime dueAt,
    int tries,
    String failure,
    OffsetDateTime sentAt) {}
