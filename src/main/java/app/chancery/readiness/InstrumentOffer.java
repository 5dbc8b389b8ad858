package app.chancery.readiness;

/**
 * An instrument as the policy offers it to a tier.
 *
 * @param cost {@code low}, {@code medium} or {@code high}
 * @param costNature what the cost consists of, for example {@code administrative}
 * @param reach how far it reaches, for example {@code regional}
 * @param monthsMin the shortest time it takes, in months
 * @param monthsMax the longest time it takes, in months
 */
public record InstrumentOffer(
    Instrument instrument,
    String cost,
    String costNature,
    String reach,
    int monthsMin,
    int monthsMax) {}
