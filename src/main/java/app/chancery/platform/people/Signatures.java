package app.chancery.platform.people;

import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Who stands behind the account of a record, as people read it: "Clara Moreau, oversight
 * committee". Records keep the account, for ever; name and function are those of the moment at
 * which they are read, and of an account that is gone those of its last moment ({@link Holders}).
 * Who stood in for somebody signed for both: "Bruno Keller for Ada Lindqvist, analyst".
 */
@Service
public class Signatures {

  private final AccountRecords records;
  private final Holders holders;

  Signatures(AccountRecords records, Holders holders) {
    this.records = records;
    this.holders = holders;
  }

  /**
   * What an account is recorded as: who has it now may not be who had it before.
   *
   * @param account of somebody, or two as {@link InPlace#signed} gives them
   */
  public String recorded(String account) {
    return InPlace.each(account, holders::recorded);
  }

  /**
   * Who has an account now, where it does not come from a record.
   *
   * @param account null gives null
   */
  public String ofHolder(String account) {
    return account == null ? null : of(recorded(account));
  }

  /** The same of several accounts, as {@link #ofAll}. */
  public UnaryOperator<String> ofHolders(Collection<String> accounts) {
    UnaryOperator<String> names =
        ofAll(accounts.stream().filter(Objects::nonNull).map(this::recorded).toList());
    return account -> account == null ? null : names.apply(recorded(account));
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
   * Who acted, and in whose place, as the engine keeps it.
   *
   * @param absent null if in nobody's
   */
  public String ofHolder(String account, String absent) {
    return ofHolder(absent == null || account == null ? account : InPlace.signed(account, absent));
  }

  /**
   * The same of names alone.
   *
   * @param absent the name of the one in whose place; null if in nobody's
   */
  public static String ofNames(String name, String absent) {
    return absent == null ? name : inPlace(name, absent);
  }

  private String name(String account) {
    return person(account).map(Holders.Left::name).orElse(account);
  }

  /** Whether a name reads like the signature of somebody who stands in for another. */
  public static boolean readsLikeTwo(String name) {
    String between = inPlace("", "").toLowerCase(Locale.ROOT);
    return name.indexOf('/') >= 0
        || !between.isBlank() && name.toLowerCase(Locale.ROOT).contains(between);
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
                .map(Holders::account)
                .collect(Collectors.toSet()));
    Function<String, Optional<Holders.Left>> people =
        account ->
            holders
                .left(account)
                .or(
                    () ->
                        Optional.ofNullable(known.get(Holders.account(account)))
                            .map(each -> new Holders.Left(each.name(), each.function())));
    UnaryOperator<String> one =
        account ->
            account == null
                ? null
                : people.apply(account).map(Signatures::signature).orElse(Author.shown(account));
    return signed ->
        signed == null
            ? null
            : InPlace.absent(signed)
                .map(
                    absent ->
                        inPlace(
                            people
                                .apply(InPlace.actor(signed))
                                .map(Holders.Left::name)
                                .orElse(InPlace.actor(signed)),
                            one.apply(absent)))
                .orElseGet(() -> one.apply(signed));
  }

  private Optional<Holders.Left> person(String account) {
    return holders
        .left(account)
        .or(
            () ->
                records
                    .lately(Holders.account(account))
                    .map(Account::person)
                    .map(each -> new Holders.Left(each.displayName(), each.function())));
  }

  private static String signature(Holders.Left person) {
    return person.function().isEmpty() ? person.name() : person.name() + ", " + person.function();
  }
}
