package app.chancery.platform.signon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlowHashTest {

  private final SlowHash slow = new SlowHash(4);

  /** Bcrypt by itself reads 72 bytes. */
  @Test
  void theEndOfALongPasswordCounts() {
    String beginning = "ä".repeat(100);

    assertThat(slow.check(beginning + "1", slow.encrypt(beginning + "1"))).isTrue();
    assertThat(slow.check(beginning + "2", slow.encrypt(beginning + "1"))).isFalse();
  }

  @Test
  void aHashThatCostLessIsWeaker() {
    String hash = slow.encrypt("a password");

    assertThat(slow.isWeaker(hash)).isFalse();
    assertThat(new SlowHash(5).isWeaker(hash)).isTrue();
  }
}
