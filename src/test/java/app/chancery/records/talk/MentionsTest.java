package app.chancery.records.talk;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.people.Directory.Entry;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

  private static final List<Entry> EVERYBODY =
      List.of(
          person("analyst", "Ada Lindqvist"),
          person("ada", "Ada Lindqvist-Berg"),
          person("executive", "Clara Moreau"),
          person("clara.two", "Clara Moreau"),
          person("x1", "ნინო გელაშვილი"),
          person("planner", "Planner"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Ada Lindqvist, look|@analyst, look",
        "@ada lindqvist|@analyst",
        "@Ada Lindqvist-Berg's draft|@ada's draft",
        "See (@analyst).|See (@analyst).",
        "@clara.two and @executive|@clara.two and @executive",
        "გამარჯობა @ნინო გელაშვილი!|გამარჯობა @x1!",
        "@planner.|@planner."
      })
  void aNameBehindTheSignIsKeptAsTheAccount(String written, String kept) {
    Mentions mentions = Mentions.read(written, EVERYBODY);

    assertThat(mentions.text()).isEqualTo(kept);
    assertThat(mentions.unknown()).isEmpty();
    assertThat(mentions.ambiguous()).isEmpty();
    assertThat(mentions.people()).isNotEmpty();
  }

  @Test
  void aNameOfSeveralPeopleIsNotGuessed() {
    Mentions mentions = Mentions.read("@Clara Moreau and @Clara Moreau", EVERYBODY);

    assertThat(mentions.people()).isEmpty();
    assertThat(mentions.ambiguous())
        .containsExactlyEntriesOf(Map.of("Clara Moreau", List.of("executive", "clara.two")));
  }

  @Test
  void whatIsNobodysNameIsToldAndKeptAsItWasTyped() {
    Mentions mentions = Mentions.read("@nobody, @Adalind and @analyst2 at noon", EVERYBODY);

    assertThat(mentions.text()).isEqualTo("@nobody, @Adalind and @analyst2 at noon");
    assertThat(mentions.unknown()).containsExactly("nobody", "Adalind", "analyst2");
    assertThat(mentions.people()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@analyst.example", "at @ 18:00", "@", "@@analyst", "a_@analyst"})
  void aSignThatBeginsNoNameIsASign(String written) {
    Mentions mentions = Mentions.read(written, EVERYBODY);

    assertThat(mentions.text()).isEqualTo(written);
    assertThat(mentions.people()).isEmpty();
    assertThat(mentions.unknown()).isEmpty();
  }

  @Test
  void whoIsMentionedTwiceIsMentionedOnce() {
    assertThat(Mentions.read("@analyst @Ada Lindqvist", EVERYBODY).people()).hasSize(1);
  }

  @Test
  void aKeptTextFallsIntoTextAndMentionsOfThoseWhoAreMentionedAlone() {
    assertThat(Mentions.pieces("@analyst: ask @ada or @nobody.", Set.of("analyst", "ada")))
        .containsExactly(
            new Comment.Piece("analyst", true),
            new Comment.Piece(": ask ", false),
            new Comment.Piece("ada", true),
            new Comment.Piece(" or @nobody.", false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Ada Lindqvist, ask @clara.two and @ნინო გელაშვილი; @nobody knows",
        "Nothing of the kind"
      })
  void whatIsReadAgainIsWhatWasTyped(String written) {
    Mentions mentions = Mentions.read(written, EVERYBODY);
    Comment comment =
        new Comment(
            1,
            TalkPlace.programme("XD-2026"),
            "planner",
            mentions.text(),
            Set.copyOf(mentions.people().stream().map(Entry::account).toList()),
            1,
            OffsetDateTime.of(2027, 1, 11, 9, 0, 0, 0, ZoneOffset.UTC),
            null,
            null);

    assertThat(Mentions.written(comment, EVERYBODY)).isEqualTo(written);
  }

  private static Entry person(String account, String name) {
    return new Entry(account, name, "", List.of());
  }
}
