package app.chancery.platform.signon;

import app.chancery.platform.people.Account;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.digest.Default16ByteSaltGenerator;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Passwords as they are stored: new ones slowly hashed, old ones with the engine's single round of
 * SHA-512 until the next login. Whatever is checked, one slow hash is made, so that the time of an
 * answer does not tell whether there is such an account.
 */
@Component
class StoredPasswords {

  private final SlowHash slow;
  private final PasswordManager hashes;
  private final String ofNobody;

  StoredPasswords(SignOnPolicy policy) {
    slow = new SlowHash(policy.passwords().strength());
    hashes = new PasswordManager(slow, List.of());
    ofNobody = hashes.encrypt("nobody's");
  }

  /** For the engine, which stores the passwords of new accounts. */
  PasswordManager hashes() {
    return hashes;
  }

  /**
   * @param account empty if there is none of that name
   */
  boolean isRight(String password, Optional<Account> account) {
    Optional<Account> stored = account.filter(each -> each.hash() != null);
    if (stored.isEmpty()) {
      hashes.check(password, ofNobody);
      return false;
    }
    String salted = EncryptionUtil.saltPassword(password, stored.get().salt());
    boolean right = hashes.check(salted, stored.get().hash());
    if (!isSlow(stored.get())) {
      hashes.check(salted, ofNobody);
    }
    return right;
  }

  /** Whether the password is stored worse than new ones are. */
  boolean isOutdated(Account account) {
    return !isSlow(account) || slow.isWeaker(account.hash().substring(prefix().length()));
  }

  String newSalt() {
    return new Default16ByteSaltGenerator().generateSalt();
  }

  String hash(String password, String salt) {
    return hashes.encrypt(EncryptionUtil.saltPassword(password, salt));
  }

  private static boolean isSlow(Account account) {
    return account.hash().startsWith(prefix());
  }

  private static String prefix() {
    return "{" + SlowHash.NAME + "}";
  }
}
