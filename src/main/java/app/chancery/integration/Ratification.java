package app.chancery.integration;

import java.time.LocalDate;

/**
 * How far one Party's ratification has come. Dates are null while they are not recorded.
 *
 * @param ally ISO 3166-1 alpha-2 code
 */
public record Ratification(
    String ally, String name, LocalDate parliament, LocalDate signature, LocalDate deposit) {

  public boolean isDeposited() {
    return deposit != null;
  }
}
