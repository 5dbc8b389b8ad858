package app.chancery.records;

import app.chancery.platform.mail.MailWriter;
import app.chancery.platform.people.AbsenceUncovered;
import app.chancery.platform.people.Absences;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Colleagues;
import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Heads;
import app.chancery.platform.time.Days;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells those who can do something about it that nobody acts for somebody who is or will be away:
 * in the transaction by which it comes about, and of what no change of ours has brought about on
 * the day that begins.
 */
@Component
class AbsenceNotices implements MailWriter {

  private final Notices notices;
  private final Absences absences;
  private final Colleagues colleagues;
  private final Days days;
  private final TransactionTemplate transaction;
  private volatile LocalDate lookedOn;

  AbsenceNotices(
      Notices notices,
      Absences absences,
      Colleagues colleagues,
      Days days,
      TransactionTemplate transaction) {
    this.notices = notices;
    this.absences = absences;
    this.colleagues = colleagues;
    this.days = days;
    this.transaction = transaction;
  }

  @EventListener
  void tell(AbsenceUncovered uncovered) {
    Set<String> told = new LinkedHashSet<>(List.of(uncovered.account()));
    told.addAll(members(Groups.ADMINISTRATORS));
    told.remove(uncovered.knownTo());
    tell(uncovered, NoticePlace.absence(), told);
    told.add(uncovered.knownTo());
    for (String group : uncovered.groups()) {
      Set<String> heads = new LinkedHashSet<>(members(Heads.groupOf(group)));
      heads.removeAll(told);
      tell(uncovered, NoticePlace.group(group), heads);
      told.addAll(heads);
    }
  }

  private List<String> members(String group) {
    return colleagues.in(List.of(group), "").stream().map(Colleagues.Colleague::account).toList();
  }

  private void tell(AbsenceUncovered uncovered, NoticePlace place, Collection<String> accounts) {
    notices.tellPersons(
        Message.of(
            NoticeKind.ABSENCE_UNCOVERED,
            Author.CHANCERY,
            "",
            place,
            uncovered.name(),
            uncovered.days()),
        accounts);
  }

  @Override
  public void writeWhatIsDue() {
    LocalDate today = days.today();
    // The day before was looked at: it comes a second time as a clock is put back over midnight.
    if (lookedOn == null || !today.equals(lookedOn) && !today.equals(lookedOn.minusDays(1))) {
      transaction.executeWithoutResult(begun -> absences.tellUncovered());
      lookedOn = today;
    }
  }
}
