package app.chancery;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void modulesHaveNoCyclesAndUseOnlyEachOthersRoots() {
    ApplicationModules.of(ChanceryApplication.class).verify();
  }
}
