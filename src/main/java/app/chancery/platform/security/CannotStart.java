package app.chancery.platform.security;

/** Starting would leave the office open to anybody. */
class CannotStart extends RuntimeException {

  private final String action;

  /**
   * @param why in plain words, for whoever starts the application
   * @param action what to do
   */
  CannotStart(String why, String action) {
    super(why);
    this.action = action;
  }

  String action() {
    return action;
  }
}
