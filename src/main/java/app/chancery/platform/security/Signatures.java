package app.chancery.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/**
 * Who stands behind the account of a record, as people read it: "Clara Moreau, oversight
 * committee". Records keep the account, for ever; name and function are those of the moment at
 * which they are read. Of an account that is gone its id is told.
 */
@Service
public class Signatures {

  private final AccountRecords records;

  Signatures(AccountRecords records) {
    this.records = records;
  }

  /**
   * @param account as a record has it; {@link Author#CHANCERY} for the office itself; null gives
   *     null
   */
  public String of(String account) {
    return account == null || Author.CHANCERY.equals(account)
        ? Author.shown(account)
        : person(account).map(Signatures::signature).orElse(account);
  }

  /**
   * Who stands behind each of several accounts, read at once, however many there are.
   *
   * @param accounts as records have them
   * @return what {@link #of} gives, for these accounts
   */
  public UnaryOperator<String> ofAll(Collection<String> accounts) {
    Map<String, AccountRecords.Known> known = records.all(accounts);
    return account -> {
      AccountRecords.Known person = account == null ? null : known.get(account);
      return person == null ? Author.shown(account) : signature(person.name(), person.function());
    };
  }

  private Optional<Person> person(String account) {
    return records.lately(account).map(Account::person);
  }

  private static String signature(Person person) {
    return signature(person.displayName(), person.function());
  }

  private static String signature(String name, String function) {
    return function.isEmpty() ? name : name + ", " + function;
  }
}
