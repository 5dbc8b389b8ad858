package app.chancery.platform.security;

import app.chancery.platform.people.Groups;
import app.chancery.platform.people.Person;
import java.util.List;

/**
 * What the layout of every page needs to know of the person who reads it.
 *
 * @param function what the person is in the office; empty for a member of no group
 * @param isStaff whether the person reads what is for the staff alone
 * @param watchesCockpit whether the navigation offers Cockpit
 * @param administers whether it offers Admin
 * @param audits whether it offers the audit
 * @param inPlaceOf the names of those who are away and in whose place the person acts
 */
public record Reader(
    String name,
    String function,
    boolean isStaff,
    boolean watchesCockpit,
    boolean administers,
    boolean audits,
    List<String> inPlaceOf) {

  static Reader of(Person person) {
    boolean administers = person.in(Groups.ADMINISTRATORS);
    return new Reader(
        person.displayName(),
        person.function(),
        Groups.areStaff(person.groups()),
        administers || person.in(Groups.MANAGERS),
        administers,
        person.in(Groups.OfOneRight.AUDITORS),
        person.inPlaceOf().stream().map(Person.InPlaceOf::name).toList());
  }
}
