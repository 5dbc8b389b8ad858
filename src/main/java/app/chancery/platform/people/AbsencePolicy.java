package app.chancery.platform.people;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param longestDays the most days of one absence, 1 to 3,660
 */
@ConfigurationProperties("chancery.absence")
record AbsencePolicy(int longestDays) {

  AbsencePolicy {
    if (longestDays < 1 || longestDays > 3_660) {
      throw new IllegalArgumentException("longest-days must be between 1 and 3660");
    }
  }
}
