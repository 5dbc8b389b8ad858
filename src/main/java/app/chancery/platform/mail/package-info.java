/**
 * Mails: written in the transaction of what they tell of, sent after it by a thread of its own,
 * once and again until a mail server has taken them.
 */
@org.springframework.modulith.NamedInterface("mail")
package app.chancery.platform.mail;
