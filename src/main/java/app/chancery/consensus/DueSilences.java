package app.chancery.consensus;

import java.util.List;
import org.springframework.stereotype.Service;

/** The rounds of many programmes whose silence ends at the same instant. */
@Service
public class DueSilences {

  private final CouncilRegister register;

  DueSilences(CouncilRegister register) {
    this.register = register;
  }

  /**
   * Begins a transaction in which several silences end: it has all their rounds to itself before
   * anything is read of them.
   *
   * @param programmes whose newest rounds they are; at least one
   */
  public void begin(List<String> programmes) {
    register.lockNewestOf(programmes);
  }
}
