package app.chancery.engagement;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Checks the cost of a package against the alliance's capacity across all open programmes. */
@Service
class Capacity {

  private final DecisionTables tables;
  private final Programmes programmes;
  private final Packages packages;

  Capacity(DecisionTables tables, Programmes programmes, Packages packages) {
    this.tables = tables;
    this.programmes = programmes;
    this.packages = packages;
  }

  CapacityUse with(EngagementPackage wanted) {
    List<String> others =
        programmes.open().stream()
            .map(Programme::key)
            .filter(key -> !key.equals(wanted.programme()))
            .toList();
    return new CapacityUse(
        points("capacity"),
        points(wanted),
        packages.binding(others).stream()
            .map(
                other ->
                    new CapacityUse.Share(other.programme(), other.tier().word(), points(other)))
            .toList());
  }

  private int points(EngagementPackage bound) {
    return bound.instruments().stream().mapToInt(instrument -> points(instrument.cost())).sum();
  }

  private int points(String item) {
    return ((Number) tables.one("alliance-capacity", Map.of("item", item)).get("points"))
        .intValue();
  }
}
