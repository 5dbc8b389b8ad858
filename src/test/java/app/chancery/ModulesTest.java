package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  private static final ApplicationModules MODULES =
      ApplicationModules.of(ChanceryApplication.class);

  /** What may use what is declared in each package's {@code package-info.java}. */
  @Test
  void modulesHaveNoCyclesAndUseOnlyWhatTheyDeclare() {
    MODULES.verify();
  }

  @Test
  void thePictureOfTheArchitectureIsThatOfTheCode() throws IOException {
    ArchitecturePicture picture = new ArchitecturePicture(MODULES);
    assertThat(picture.drawn()).isEqualTo(picture.packages());
    Path drawn = Path.of("target", "architecture.svg");
    Files.writeString(drawn, picture.svg());

    assertThat(Path.of("docs", "images", "architecture.svg"))
        .as("the packages have changed; look at %s and copy it there", drawn)
        .hasSameTextualContentAs(drawn);
  }
}
