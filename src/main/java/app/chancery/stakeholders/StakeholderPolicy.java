package app.chancery.stakeholders;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The programme's own policy on stakeholders, under {@code chancery.stakeholders}.
 *
 * @param highPowerFrom the least power (1 to 5) that counts as high on the grid
 * @param highInterestFrom the least interest (1 to 5) that counts as high on the grid
 * @param contact how often envoys are in touch with stakeholders of each quadrant, in words
 * @param keyAllies ISO codes of the Allies that are proposed for an interview
 * @param regionalBlocs by region, the organisation that is proposed for an interview
 */
@ConfigurationProperties("chancery.stakeholders")
public record StakeholderPolicy(
    int highPowerFrom,
    int highInterestFrom,
    Map<Quadrant, String> contact,
    List<String> keyAllies,
    Map<String, String> regionalBlocs) {

  public StakeholderPolicy {
    keyAllies = keyAllies == null ? List.of() : List.copyOf(keyAllies);
    regionalBlocs = regionalBlocs == null ? Map.of() : Map.copyOf(regionalBlocs);
    contact = contact == null ? Map.of() : Map.copyOf(contact);
    for (Quadrant quadrant : Quadrant.values()) {
      if (!contact.containsKey(quadrant)) {
        throw new IllegalArgumentException(
            "chancery.stakeholders.contact says nothing for '%s'".formatted(quadrant.word()));
      }
    }
    requireScale("high-power-from", highPowerFrom);
    requireScale("high-interest-from", highInterestFrom);
  }

  private static void requireScale(String property, int least) {
    if (least < Interview.LEAST || least > Interview.MOST) {
      throw new IllegalArgumentException(
          "chancery.stakeholders.%s must be from 1 to 5".formatted(property));
    }
  }
}
