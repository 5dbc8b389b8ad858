package app.chancery.platform.signon;

import app.chancery.platform.people.Account;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Programs send their password with each request; hashing it slowly each time would be most of
 * their work. What was found right is remembered for a while, under a key that lives with this
 * process, and only with the hash that it was compared with: another password ends it at once.
 */
@Component
class ProgramPasswords {

  private static final int MOST = 5_000;

  private final Duration checkedFor;
  private final SecretKeySpec key;
  private final Map<String, Checked> checked = Latest.of(MOST);

  ProgramPasswords(SignOnPolicy policy) {
    checkedFor = policy.passwords().programsCheckedFor();
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  boolean isKnown(Account account, String password) {
    Checked known = checked.get(name(account, password));
    return known != null
        && known.hash().equals(account.hash())
        && System.nanoTime() - known.nanos() < checkedFor.toNanos();
  }

  void remember(Account account, String password) {
    checked.put(name(account, password), new Checked(account.hash(), System.nanoTime()));
  }

  private String name(Account account, String password) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      mac.update(account.person().id().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private record Checked(String hash, long nanos) {}
}
