package app.chancery.records;

import java.time.LocalTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Of what people are told by mail, and when.
 *
 * @param urgent the kinds of which they are told at once, unless they choose otherwise; of the
 *     others in the digest
 * @param always the kinds of which everybody is told by mail at once, whatever they choose: those
 *     with a deadline that may be over before the next digest
 * @param digestAt when the digest is written on each working day, in the zone of the alliance
 */
@ConfigurationProperties("chancery.telling")
record TellingPolicy(Set<NoticeKind> urgent, Set<NoticeKind> always, LocalTime digestAt) {

  TellingPolicy {
    urgent = urgent == null ? Set.of() : Set.copyOf(urgent);
    always = always == null ? Set.of() : Set.copyOf(always);
    if (digestAt == null) {
      throw new IllegalArgumentException("chancery.telling.digest-at must be a time");
    }
  }

  MailWay usual(NoticeKind kind) {
    return urgent.contains(kind) || always.contains(kind) ? MailWay.AT_ONCE : MailWay.DIGEST;
  }
}
