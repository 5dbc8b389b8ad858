package app.chancery.integration;

/** What the business tells the process of an accession. */
public interface RatificationProcess {

  /**
   * A date of a Party's ratification was recorded: is it complete now? Nothing happens if the
   * programme's accession is not being ratified at the moment.
   */
  void ratificationRecorded(String programme);
}
