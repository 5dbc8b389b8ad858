package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class FilterTest {

  @Test
  void anAddressLooksForWhatWasTypedWhateverSignsAreInIt() {
    Filter filter = Filter.of("interim ally", " A+B & {50%} ");

    var asked = UriComponentsBuilder.fromUriString(filter.address(Shown.LIST)).build(true);

    assertThat(asked.getPath()).isEqualTo("/programmes");
    assertThat(asked.getQueryParams().toSingleValueMap())
        .containsEntry("view", "list")
        .containsEntry("tier", "interim-ally")
        .containsEntry("text", "A%2BB%20%26%20%7B50%25%7D")
        .hasSize(3);
  }

  @Test
  void whatIsNotLookedForIsNotInTheAddress() {
    assertThat(Filter.of(null, " ").address(Shown.BOARD)).isEqualTo("/programmes?view=board");
  }
}
