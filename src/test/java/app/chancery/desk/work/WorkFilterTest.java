package app.chancery.desk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Step;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class WorkFilterTest {

  @Test
  void anAddressSaysAllThatIsLookedFor() {
    WorkFilter filter =
        WorkFilter.of("all", " Dorelia & Söhne+{50%} ", "consensus", "delegation-fr", true, 2);

    var asked = UriComponentsBuilder.fromUriString(filter.address()).build(true);

    assertThat(asked.getPath()).isEqualTo("/work");
    assertThat(asked.getQueryParams().toSingleValueMap())
        .containsEntry("list", "all")
        .containsEntry("text", "Dorelia%20%26%20S%C3%B6hne%2B%7B50%25%7D")
        .containsEntry("step", "consensus")
        .containsEntry("group", "delegation-fr")
        .containsEntry("overdue", "true")
        .containsEntry("page", "2")
        .hasSize(6);
  }

  @Test
  void whatIsNotAskedForIsNotInTheAddress() {
    assertThat(WorkFilter.of("mine", " ", "", null, false, 0).address())
        .isEqualTo("/work?list=mine");
    assertThat(WorkFilter.of("", null, null, "", false, 0).address()).isEqualTo("/work");
  }

  @Test
  void anotherListBeginsWithItsFirstPage() {
    WorkFilter filter = WorkFilter.of("mine", "dor", null, null, false, 3);

    assertThat(filter.in(TaskList.ALL).address()).isEqualTo("/work?list=all&text=dor");
  }

  @Test
  void codesAndWordsAreTaken() {
    assertThat(WorkFilter.of("Unclaimed in my groups", null, "3 Secure consensus", null, false, 0))
        .isEqualTo(new WorkFilter(TaskList.UNCLAIMED, null, Step.CONSENSUS, null, false, 0));
  }

  @Test
  void everyParameterThatIsNotUnderstoodIsNamed() {
    assertThatThrownBy(() -> WorkFilter.of("theirs", "x".repeat(1001), "seventh", null, false, -1))
        .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
        .extracting(Refused::faults, InstanceOfAssertFactories.list(Fault.class))
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("list", "text", "step", "page");
  }
}
