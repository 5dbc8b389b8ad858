package app.chancery.records;

/** Who acts right now. */
public interface Author {

  /** The name under which Chancery itself acts: delegates behind timers and retries. */
  String CHANCERY = "chancery";

  /** The account of the person who acts, or {@link #CHANCERY}. */
  String name();
}
