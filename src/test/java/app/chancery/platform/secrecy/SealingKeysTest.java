package app.chancery.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.start.CannotStart;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealingKeysTest {

  private static final SealedTable NOTES =
      new SealedTable("note", List.of("id"), List.of("programme", "written_at"));
  private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-29T10:00:00.123456Z");

  private final SealingKey older = SealingKey.random("2025");
  private final SealingKey newer = SealingKey.random("2026");
  private final Secrecy secrecy = new Secrecy(SealingKeys.of(List.of(newer, older)));

  @Test
  void theFirstKeySealsAndAllOfThemOpen() {
    Sealed now = secrecy.seal(NOTES, "a red line", "XR-2026", THEN);
    Sealed before =
        new Secrecy(SealingKeys.of(List.of(older))).seal(NOTES, "another", "XR-2026", THEN);

    assertThat(now.by()).isEqualTo("2026");
    assertThat(before.by()).isEqualTo("2025");
    assertThat(opened(now, "XR-2026", THEN)).isEqualTo("a red line");
    assertThat(opened(before, "XR-2026", THEN)).isEqualTo("another");
  }

  @Test
  void theSameTwiceLooksDifferentAndLikeNeither() {
    Sealed one = secrecy.seal(NOTES, "a red line", "XR-2026", THEN);
    Sealed two = secrecy.seal(NOTES, "a red line", "XR-2026", THEN);

    assertThat(one.bytes()).isNotEqualTo(two.bytes());
    assertThat(new String(one.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("red");
  }

  @Test
  void whatIsSealedOpensInItsRowAlone() {
    Sealed note = secrecy.seal(NOTES, "a red line", "XR-2026", THEN);

    assertThatThrownBy(() -> opened(note, "XS-2026", THEN)).isInstanceOf(CannotOpen.class);
    assertThatThrownBy(() -> opened(note, "XR-2026", THEN.plusNanos(1000)))
        .isInstanceOf(CannotOpen.class);
    SealedTable other = new SealedTable("draft", NOTES.key(), NOTES.boundTo());
    assertThatThrownBy(() -> secrecy.open(other, note, "XR-2026", THEN))
        .isInstanceOf(CannotOpen.class);
    byte[] changed = note.bytes().clone();
    changed[changed.length / 2] ^= 1;
    assertThatThrownBy(() -> opened(new Sealed(note.by(), changed), "XR-2026", THEN))
        .isInstanceOf(CannotOpen.class)
        .hasMessage(
            "What rests sealed here was damaged or moved, so it cannot be read. An administrator"
                + " finds in the log where it is, and gets it back from a backup.");
    assertThat(NOTES.place("a|1:b", "c")).isNotEqualTo(NOTES.place("a", "b|1:c"));
  }

  @Test
  void aKeyThatIsMissingIsNamedAndNothingIsLost() {
    Sealed note =
        new Secrecy(SealingKeys.of(List.of(SealingKey.random("2019"))))
            .seal(NOTES, "a red line", "XR-2026", THEN);

    assertThatThrownBy(() -> opened(note, "XR-2026", THEN))
        .isInstanceOf(CannotOpen.class)
        .hasMessage(
            "This rests sealed with the key 2019, which this office was not given, so nobody can"
                + " read it now. Nothing is lost: an administrator gives the key back, and it is"
                + " here again.");
  }

  @Test
  void aKeyIsReadAsItIsWritten() {
    assertThat(SealingKey.read(newer.written()).fingerprint()).isEqualTo(newer.fingerprint());
    assertThat(newer.fingerprint()).isNotEqualTo(older.fingerprint());
    assertThat(newer).hasToString("key 2026");
    assertThat(SealingKeys.read(List.of(newer.written(), older.written())).ids())
        .containsExactly("2026", "2025");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, is not written ID:KEY",
    "Key One:c2VjcmV0, is not written ID:KEY",
    "2026:no*base64, '2026' is no Base64",
    "2026:c2VjcmV0, '2026' has 6 bytes and not 32",
    "2026:, '2026' has 0 bytes and not 32",
    "2026:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, its bytes repeat",
  })
  void whatIsNoKeyIsRefusedWithoutRepeatingIt(String written, String why) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> SealingKeys.read(List.of(written)))
        .withMessageStartingWith("The keys in CHANCERY_SECRECY_KEYS are not taken: ")
        .withMessageContaining(why)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("c2VjcmV0", "no*"));
  }

  @Test
  void aKeyOfSixteenDifferentBytesIsTakenAndOneOfFewerIsNot() {
    assertThat(SealingKey.read("few:" + base64(16)).id()).isEqualTo("few");
    assertThatThrownBy(() -> SealingKey.read("few:" + base64(15))).isInstanceOf(CannotStart.class);
  }

  @Test
  void twoOfOneIdOrOneOfTwoIdsAreRefused() {
    assertThatThrownBy(
            () -> SealingKeys.of(List.of(SealingKey.random("2026"), SealingKey.random("2026"))))
        .hasMessageContaining("there are two of the id '2026'");
    assertThatThrownBy(
            () -> SealingKeys.read(List.of(newer.written(), newer.written().replace("2026", "b"))))
        .hasMessageContaining("'b' is the same as another one");
    assertThatThrownBy(() -> SealingKeys.read(List.of()))
        .isInstanceOf(CannotStart.class)
        .hasMessage("Chancery has no key to seal interviews with.");
  }

  private static String base64(int different) {
    byte[] bytes = new byte[SealingKey.BYTES];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at % different);
    }
    return Base64.getEncoder().encodeToString(bytes);
  }

  private String opened(Sealed sealed, Object... boundTo) {
    return new String(secrecy.open(NOTES, sealed, boundTo), StandardCharsets.UTF_8);
  }
}
