package app.chancery.desk.audit;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.AuditTrail;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.programme.Programmes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what auditors look for in the audit, on its page and over REST alike. */
@Component
class AuditSearch {

  private final AuditTrail trail;
  private final Programmes programmes;
  private final Days days;

  AuditSearch(AuditTrail trail, Programmes programmes, Days days) {
    this.trail = trail;
    this.programmes = programmes;
    this.days = days;
  }

  /**
   * What of it is empty does not matter.
   *
   * @param from the first day, in any way in which days are read
   * @param until the last day
   * @param kind the code or word of an {@link Act}
   * @param person an account, or a part of what somebody is called
   * @param programme as {@link Programmes#meant} takes it
   * @throws app.chancery.platform.refusal.Refused if there are no such days or kind
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  AuditTrail.Wanted wanted(
      String from, String until, String kind, String person, String programme) {
    Faults faults = new Faults();
    Optional<LocalDate> first = day("from", from, faults);
    Optional<LocalDate> last = day("until", until, faults);
    faults.check(kind.isBlank() || kind(kind).isPresent(), "kind", Coded.oneOf(Act.class));
    faults.refuseIfAny();
    return new AuditTrail.Wanted(
        first.map(days::begin).orElse(null),
        last.map(day -> days.begin(day.plusDays(1))).orElse(null),
        kind(kind).orElse(null),
        programme.isBlank() ? null : programmes.meant(programme, "programme").key(),
        person.isBlank() ? null : accounts(person.strip().toLowerCase(Locale.ROOT)));
  }

  private static Optional<LocalDate> day(String field, String text, Faults faults) {
    return text.isBlank() ? Optional.empty() : Dates.read(text).orFault(field, faults);
  }

  private static Optional<Act> kind(String text) {
    return text.isBlank() ? Optional.empty() : Coded.find(Act.class, text);
  }

  private Collection<String> accounts(String person) {
    return trail.actors().stream()
        .filter(
            actor ->
                Stream.of(actor.account().split("[/~]")).anyMatch(person::equalsIgnoreCase)
                    || actor.name().toLowerCase(Locale.ROOT).contains(person))
        .map(AuditTrail.Actor::account)
        .toList();
  }
}
