package app.chancery.records.alliance;

/**
 * A country is on the list of the Allies now.
 *
 * @param iso2 ISO 3166-1 alpha-2 code
 */
public record AllyJoined(String iso2) {}
