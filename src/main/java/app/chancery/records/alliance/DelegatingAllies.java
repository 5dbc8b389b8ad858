package app.chancery.records.alliance;

import app.chancery.platform.people.DelegatingCountries;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every Ally sends a delegation. */
@Component
class DelegatingAllies implements DelegatingCountries {

  private final Allies allies;

  DelegatingAllies(Allies allies) {
    this.allies = allies;
  }

  @Override
  public Map<String, String> today() {
    Map<String, String> names = new LinkedHashMap<>();
    allies.today().forEach(ally -> names.put(ally.iso2(), ally.name()));
    return names;
  }
}
