package app.chancery.platform.people;

import java.util.Objects;

/**
 * An account as the database has it.
 *
 * @param firstName null if there is none
 * @param lastName null if there is none
 * @param hash of its password; null if it has none
 * @param salt null if there is none
 */
public record Account(Person person, String firstName, String lastName, String hash, String salt) {

  public boolean isCalled(String first, String last) {
    return Objects.equals(first, firstName) && Objects.equals(last, lastName);
  }

  public Account withHash(String other, String itsSalt) {
    return new Account(person, firstName, lastName, other, itsSalt);
  }

  /** The hash must not come into a log by accident. */
  @Override
  public String toString() {
    return "Account[" + person.id() + "]";
  }
}
