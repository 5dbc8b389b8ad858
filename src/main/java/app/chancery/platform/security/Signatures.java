package app.chancery.platform.security;

import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Who stands behind the account of a record, as people read it: "Clara Moreau, oversight
 * committee". Records keep the account, for ever; name and function are those of the moment at
 * which they are read. Of an account that is gone its id is told. Who stood in for somebody signed
 * for both: "Bruno Keller for Ada Lindqvist, analyst".
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
    if (account == null || Author.CHANCERY.equals(account)) {
      return Author.shown(account);
    }
    return InPlace.absent(account)
        .map(absent -> inPlace(name(InPlace.actor(account)), of(absent)))
        .orElseGet(() -> person(account).map(Signatures::signature).orElse(account));
  }

  /**
   * Who acted, and in whose place.
   *
   * @param absent null if in nobody's
   */
  public String of(String account, String absent) {
    return of(absent == null || account == null ? account : InPlace.signed(account, absent));
  }

  private String name(String account) {
    return person(account).map(Person::displayName).orElse(account);
  }

  private static String inPlace(String name, String absent) {
    return Words.of("signature.inPlace").formatted(name, absent);
  }

  /**
   * Who stands behind each of several accounts, read at once, however many there are.
   *
   * @param accounts as records have them
   * @return what {@link #of} gives, for these accounts
   */
  public UnaryOperator<String> ofAll(Collection<String> accounts) {
    Map<String, AccountRecords.Known> known =
        records.all(
            accounts.stream()
                .filter(Objects::nonNull)
                .flatMap(
                    signed ->
                        Stream.concat(
                            Stream.of(InPlace.actor(signed)), InPlace.absent(signed).stream()))
                .collect(Collectors.toSet()));
    UnaryOperator<String> one =
        account -> {
          AccountRecords.Known person = account == null ? null : known.get(account);
          return person == null
              ? Author.shown(account)
              : signature(person.name(), person.function());
        };
    return signed ->
        signed == null
            ? null
            : InPlace.absent(signed)
                .map(
                    absent ->
                        inPlace(
                            Optional.ofNullable(known.get(InPlace.actor(signed)))
                                .map(AccountRecords.Known::name)
                                .orElse(InPlace.actor(signed)),
                            one.apply(absent)))
                .orElseGet(() -> one.apply(signed));
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
