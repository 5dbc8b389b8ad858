package app.chancery.platform.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFolderTest {

  @TempDir Path folder;

  @Test
  void aFolderWhoseLettersWereLostIsSeen() {
    assertThat(MachineFolder.canBeNamed()).isTrue();
    assertThat(MachineFolder.canBeNamed(folder.toString())).isTrue();
    assertThat(MachineFolder.canBeNamed(folder.resolve("M\ufffd\ufffdller").toString())).isFalse();
  }
}
