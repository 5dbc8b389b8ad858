package app.chancery.platform.forms;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.words.Words;

/** The form that was opened was handed in before, in this window or another one. */
public class HandedInAlready extends Conflict {

  private final transient StartReceipt receipt;
  private final boolean same;

  /**
   * @param when the earlier one was handed in, in words
   * @param same whether this one says the same
   */
  HandedInAlready(StartReceipt receipt, String when, boolean same) {
    super("", Words.of(same ? "start.already" : "start.already.other").formatted(when));
    this.receipt = receipt;
    this.same = same;
  }

  /** What came of the earlier one. */
  public StartReceipt receipt() {
    return receipt;
  }

  /** Whether this one says the same as the earlier one. */
  public boolean isSame() {
    return same;
  }
}
