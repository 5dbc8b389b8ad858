package app.chancery.stakeholders;

/** Where a stakeholder stands on the power-interest grid, and so how it is dealt with. */
enum Quadrant {
  MANAGE_CLOSELY("manage closely"),
  KEEP_SATISFIED("keep satisfied"),
  KEEP_INFORMED("keep informed"),
  MONITOR("monitor");

  private final String word;

  Quadrant(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Quadrant of(Interview interview, StakeholderPolicy policy) {
    boolean powerful = interview.power() >= policy.highPowerFrom();
    boolean interested = interview.interest() >= policy.highInterestFrom();
    if (powerful) {
      return interested ? MANAGE_CLOSELY : KEEP_SATISFIED;
    }
    return interested ? KEEP_INFORMED : MONITOR;
  }
}
