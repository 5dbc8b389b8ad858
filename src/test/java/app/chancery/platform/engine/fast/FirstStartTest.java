package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.mock.env.MockEnvironment;

class FirstStartTest {

  @TempDir Path folder;

  @Test
  void theFirstIsTheOneWithoutADatabase() throws IOException {
    String url = "jdbc:h2:file:" + folder.resolve("chancery") + ";WRITE_DELAY=0";
    assertThat(isFirst(url, "true")).isTrue();
    Path file = Files.createFile(folder.resolve("chancery.mv.db"));
    assertThat(isFirst(url, "true")).as("made for nobody else to read").isTrue();
    Files.writeString(file, "H:2");
    assertThat(isFirst(url, "true")).isFalse();
  }

  @Test
  void aStartThatMakesNoSamplePortfolioIsNone() {
    assertThat(isFirst("jdbc:h2:file:" + folder.resolve("chancery"), "false")).isFalse();
  }

  @Test
  void whetherADatabaseElsewhereIsEmptyIsNotKnown() {
    assertThat(isFirst("jdbc:postgresql://localhost/chancery", "true")).isFalse();
  }

  private static boolean isFirst(String url, String sample) {
    ConditionContext context = mock(ConditionContext.class);
    when(context.getEnvironment())
        .thenReturn(
            new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("chancery.sample-portfolio", sample));
    return new FirstStart().matches(context, mock(AnnotatedTypeMetadata.class));
  }
}
