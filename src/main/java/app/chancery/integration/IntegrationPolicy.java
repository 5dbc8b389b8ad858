package app.chancery.integration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The numbers of step 5 that are in no decision table ({@code chancery.integration}).
 *
 * @param leastDaysInQuarter from how many days on that a phase covers of a calendar quarter the
 *     exercises of that quarter are planned; 1 to 92
 * @param extensionDays for how many days the form proposes to extend assurances; 1 or more
 */
@ConfigurationProperties("chancery.integration")
public record IntegrationPolicy(int leastDaysInQuarter, int extensionDays) {

  public IntegrationPolicy {
    if (leastDaysInQuarter < 1 || leastDaysInQuarter > 92) {
      throw new IllegalArgumentException(
          "chancery.integration.least-days-in-quarter must be from 1 to 92");
    }
    if (extensionDays < 1) {
      throw new IllegalArgumentException("chancery.integration.extension-days must be 1 or more");
    }
  }
}
