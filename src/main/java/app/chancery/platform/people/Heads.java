package app.chancery.platform.people;

import java.util.List;
import java.util.function.Supplier;

/**
 * Who gives the work of a group to its members: the members of a group of its own, such as {@code
 * heads-of-analysts}. It is no right to any task.
 */
public final class Heads {

  private static final String PREFIX = "heads-of-";

  private Heads() {}

  /** The group of the heads of a group. */
  public static String groupOf(String group) {
    return PREFIX + group;
  }

  /** Whether the members of this group are heads of another one. */
  public static boolean areIn(String group) {
    return group.startsWith(PREFIX);
  }

  /** The group whose heads are in that one. */
  public static String headed(String group) {
    return group.substring(PREFIX.length());
  }

  /** The groups whose head a person is, or stands in for, by their ids. */
  public static List<String> headedBy(Person person) {
    return person.groups().stream().filter(Heads::areIn).map(Heads::headed).sorted().toList();
  }

  /** Whether a person gives the work of a group to its members. */
  public static boolean isHead(Person person, String group) {
    return person.in(groupOf(group)) || person.in(Groups.ADMINISTRATORS);
  }

  /** Does what heads of that group do, in the place of the one for whom a person is its head. */
  public static <T> T inPlace(Person person, String group, Supplier<T> action) {
    return InPlace.of(person.inPlaceOf(List.of(groupOf(group), Groups.ADMINISTRATORS)), action);
  }
}
