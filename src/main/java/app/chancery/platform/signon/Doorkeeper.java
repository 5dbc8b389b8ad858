package app.chancery.platform.signon;

import app.chancery.platform.people.Account;
import app.chancery.platform.people.AccountRecords;
import app.chancery.platform.words.Words;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Lets people and programs in by name and password, and slows those who guess. */
@Component
public class Doorkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  /** What a name in the engine's table may have, in characters. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_IN_LOG = 64;

  private final AccountRecords records;
  private final StoredPasswords passwords;
  private final ProgramPasswords programs;
  private final Attempts attempts;

  /** One password at a time from one address: what is guessed side by side is counted too. */
  private final Object[] turns = IntStream.range(0, 64).mapToObj(each -> new Object()).toArray();

  Doorkeeper(
      AccountRecords records,
      StoredPasswords passwords,
      ProgramPasswords programs,
      Attempts attempts) {
    this.records = records;
    this.passwords = passwords;
    this.programs = programs;
    this.attempts = attempts;
  }

  /**
   * A program, which sends its password with each request.
   *
   * @throws BadCredentialsException if there is no such account, or it has another password
   * @throws TooManyAttempts if it is not to be tried now
   */
  Account admitProgram(String id, String password, String address) {
    String name = kept(id);
    String network = NetworkAddress.of(address);
    refuseWhileWaiting(name, network);
    return records
        .lately(name)
        .filter(account -> programs.isKnown(account, password))
        .orElseGet(() -> inTurn(name, password, network, true));
  }

  /** A person at the login page; otherwise as {@link #admitProgram}. */
  Account admit(String id, String password, String address) {
    return inTurn(kept(id), password, NetworkAddress.of(address), false);
  }

  private Account inTurn(String name, String password, String network, boolean program) {
    synchronized (turns[Math.floorMod(network.hashCode(), turns.length)]) {
      refuseWhileWaiting(name, network);
      Optional<Account> account = records.now(name);
      if (program && account.filter(each -> programs.isKnown(each, password)).isPresent()) {
        return account.get();
      }
      if (!passwords.isRight(password, account)) {
        attempts.wrong(name, network);
        LOG.warn("Login of '{}' from {} refused{}", inLog(name), network, wait(name, network));
        throw new BadCredentialsException(Words.of("doorkeeper.theNameOrThePasswordIs"));
      }
      attempts.right(name, network);
      LOG.info("Login of '{}' from {}{}", inLog(name), network, program ? " (a program)" : "");
      Account admitted = withSlowHash(account.orElseThrow(), password);
      if (program) {
        programs.remember(admitted, password);
      }
      return admitted;
    }
  }

  private void refuseWhileWaiting(String name, String network) {
    Duration wait = attempts.wait(name, network);
    if (!wait.isZero()) {
      throw new TooManyAttempts(wait);
    }
  }

  private String wait(String name, String network) {
    Duration wait = attempts.wait(name, network);
    return wait.isZero() ? "" : "; the next one is taken in " + wait.toSeconds() + " s";
  }

  private Account withSlowHash(Account account, String password) {
    if (!passwords.isOutdated(account)) {
      return account;
    }
    String salt = passwords.newSalt();
    String hash = passwords.hash(password, salt);
    records.rehash(account, hash, salt);
    records.forget();
    return account.withHash(hash, salt);
  }

  /** No account has a longer name. */
  private static String kept(String id) {
    return id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME + 1);
  }

  /** Whoever logs in chooses the name, and shall not write further lines with it. */
  static String inLog(String name) {
    String printable =
        name.codePoints()
            .limit(LONGEST_IN_LOG)
            .map(
                each -> Character.isLetterOrDigit(each) || "._-@+ ".indexOf(each) >= 0 ? each : '?')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return printable.length() < name.length() ? printable + "…" : printable;
  }
}
