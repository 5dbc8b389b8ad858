package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the board counts is what the packs found. */
class RatingLineTest {

  @Test
  void whatIsReadIsWhatWasWrittenAndWhatIsCountedIsWhatIsRead() {
    Random chance = new Random(7);
    RatingLine.Count count = new RatingLine.Count();
    Map<Rating, Long> counted = new HashMap<>();
    for (int round = 0; round < 500; round++) {
      List<Rating> ratings = new ArrayList<>();
      for (StatusDimension dimension : StatusDimension.values()) {
        if (chance.nextInt(4) > 0) {
          ratings.add(
              new Rating(dimension, colour(chance), chance.nextBoolean() ? null : colour(chance)));
        }
      }

      String line = RatingLine.of(ratings);

      assertThat(line).hasSize(2 * StatusDimension.values().length);
      assertThat(RatingLine.read(line)).isEqualTo(ratings);
      count.add(line);
      ratings.forEach(each -> counted.merge(each, 1L, Long::sum));
    }
    assertThat(count.byRating()).isEqualTo(counted);
  }

  private static Colour colour(Random chance) {
    return Colour.values()[chance.nextInt(Colour.values().length)];
  }

  @Test
  void theLettersOfAColourAndAChangeAreThoseOfAllRatingsThatAreSo() {
    for (Colour colour : Colour.values()) {
      for (RatingChange change : RatingChange.values()) {
        assertThat(RatingLine.letters(colour, change)).isEqualTo(lettersOf(colour, change));
      }
    }
    assertThat(RatingLine.letters(null, null)).hasSize(12).doesNotContain("--");
    assertThat(RatingLine.letters(null, RatingChange.WORSE))
        .containsExactlyInAnyOrder("AG", "RG", "RA");
  }

  private static List<String> lettersOf(Colour colour, RatingChange change) {
    return Stream.concat(Stream.of((Colour) null), Arrays.stream(Colour.values()))
        .map(last -> new Rating(StatusDimension.COST, colour, last))
        .filter(each -> each.change() == change)
        .map(
            each ->
                RatingLine.of(List.of(each))
                    .substring(RatingLine.place(StatusDimension.COST) - 1)
                    .substring(0, 2))
        .toList();
  }
}
