package app.chancery.platform.people;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * An approval is meant to be another person's look at what somebody has drafted. Whoever stands in
 * for who approves does not approve their own draft; whoever has both rights of their own does, and
 * the record says so.
 */
@Component
public class Approval {

  private final Author author;

  Approval(Author author) {
    this.author = author;
  }

  /**
   * What goes on record of an approval.
   *
   * @param what is approved
   * @param draftedBy who signed the draft, as it is recorded
   * @param field of the form that has the decision
   * @return the same, saying so where it was drafted by who approves it
   * @throws Refused if who acts in somebody's place has drafted it
   */
  public String recorded(String what, String draftedBy, String field) {
    if (!isOwn(draftedBy)) {
      return what;
    }
    if (InPlace.now().isPresent()) {
      throw new Refused(field, Words.of("approval.ofOneself"));
    }
    return Words.of("approval.bySamePerson").formatted(what);
  }

  /**
   * Whether the person at work may approve a draft: a page offers what is not refused.
   *
   * @param draftedBy who signed the draft, as it is recorded
   * @param groups whose members approve
   */
  public boolean isOpenTo(Set<String> groups, String draftedBy) {
    return author.isOneOf(groups)
        && !(isOwn(draftedBy)
            && InPlace.person().flatMap(person -> person.inPlaceOf(groups)).isPresent());
  }

  private boolean isOwn(String draftedBy) {
    return !author.account().equals(Author.CHANCERY)
        && InPlace.actor(draftedBy).equals(author.self());
  }
}
