package app.chancery.platform.people;

import java.util.Map;

/** The countries that send a delegation to the council; told by whoever knows who is an Ally. */
public interface DelegatingCountries {

  /** Those of today: names by ISO 3166-1 alpha-2 code, in the order of the names. */
  Map<String, String> today();
}
