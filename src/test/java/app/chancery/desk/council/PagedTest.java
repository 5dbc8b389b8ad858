package app.chancery.desk.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagedTest {

  private static final List<Integer> FORTY_ONE = IntStream.range(0, 41).boxed().toList();

  @Test
  void everyEntryStandsOnOnePageInItsOrder() {
    List<Integer> all =
        IntStream.rangeClosed(0, 2)
            .mapToObj(page -> Paged.of(FORTY_ONE, page, 20).entries())
            .flatMap(List::stream)
            .toList();

    assertThat(all).isEqualTo(FORTY_ONE);
    assertThat(Paged.of(FORTY_ONE, 0, 20).isFirst()).isTrue();
    assertThat(Paged.of(FORTY_ONE, 0, 20).isLast()).isFalse();
    assertThat(Paged.of(FORTY_ONE, 2, 20).isLast()).isTrue();
  }

  @Test
  void aPageBeyondTheListIsTheNearestOneOfIt() {
    assertThat(Paged.of(FORTY_ONE, 7, 20).entries()).containsExactly(40);
    assertThat(Paged.of(FORTY_ONE, -3, 20).number()).isZero();
    assertThat(Paged.of(List.of(), 4, 20).number()).isZero();
  }

  @Test
  void aFullPageIsFollowedByNone() {
    assertThat(Paged.of(FORTY_ONE.subList(0, 20), 0, 20).isLast()).isTrue();
    assertThat(Paged.of(FORTY_ONE.subList(0, 40), 0, 20).pages()).isEqualTo(2);
    assertThat(Paged.of(List.of(), 0, 20).pages()).isEqualTo(1);
  }
}
