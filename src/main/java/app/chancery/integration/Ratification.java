package app.chancery.integration;

import java.time.LocalDate;

/**
 * How far one Party's ratification has come. Dates are null while they are not recorded.
 *
 * @param ally ISO 3166-1 alpha-2 code
 * @param hold what it stated when it held its ratification; null while it does not
 */
public record Ratification(
    String ally,
    String name,
    LocalDate parliament,
    LocalDate signature,
    LocalDate deposit,
    RatificationHold hold) {

  public boolean isDeposited() {
    return deposit != null;
  }
}
