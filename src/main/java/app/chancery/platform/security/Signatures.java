package app.chancery.platform.security;

import java.util.Optional;
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

  private Optional<Person> person(String account) {
    return records.lately(account).map(Account::person);
  }

  private static String signature(Person person) {
    return person.function().isEmpty()
        ? person.displayName()
        : person.displayName() + ", " + person.function();
  }
}
