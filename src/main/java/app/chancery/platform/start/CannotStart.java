package app.chancery.platform.start;

/** The office must not start so; says why, and what to do. */
public class CannotStart extends RuntimeException {

  private final String action;

  /**
   * @param why in plain words, for whoever starts the application
   * @param action what to do
   */
  public CannotStart(String why, String action) {
    super(why);
    this.action = action;
  }

  String action() {
    return action;
  }
}
