package app.chancery;

import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.PropagandaExposure;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Dossiers of invented countries. */
public final class SampleDossiers {

  private static final LocalDate ASSESSED = LocalDate.of(2026, 11, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

  private SampleDossiers() {}

  /** Strong in everything: scores that make a full candidate. */
  public static Dossier ruritania() {
    return of("XR", "Ruritania");
  }

  public static Dossier of(String candidate, String name) {
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(IndicatorName.class);
    put(indicators, IndicatorName.DEFENCE_SPENDING_PCT_GDP, "2.4");
    put(indicators, IndicatorName.OCC_STAGE, "NEL2");
    put(indicators, IndicatorName.STANDARDS_IMPLEMENTED_PCT, "82");
    put(indicators, IndicatorName.GOVERNANCE_ESTIMATE, "1.4");
    put(indicators, IndicatorName.POLITICAL_CONSENSUS_PCT, "85");
    put(indicators, IndicatorName.PUBLIC_SUPPORT_PCT, "74");
    put(indicators, IndicatorName.TRADE_SHARE_PCT, "61");
    return new Dossier(
        candidate, name, true, "europe", ASSESSED, PropagandaExposure.MEDIUM, "sample", indicators);
  }

  /** A dossier as somebody types it into the start form, or a line of a table has it. */
  public static Map<String, Object> fields(Dossier dossier) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("candidate", dossier.candidate());
    fields.put("name", dossier.name());
    fields.put("european", dossier.european());
    fields.put("region", dossier.region());
    fields.put("assessedOn", dossier.assessedOn().toString());
    fields.put("propagandaExposure", dossier.propagandaExposure().code());
    fields.put("propagandaExposureSource", dossier.propagandaExposureSource());
    for (Indicator indicator : dossier.indicators().values()) {
      fields.put(indicator.name().field(), indicator.value());
      fields.put(indicator.name().field() + "AsOf", indicator.asOf().toString());
      fields.put(indicator.name().field() + "Source", indicator.source());
    }
    return fields;
  }

  private static void put(Map<IndicatorName, Indicator> all, IndicatorName name, String value) {
    all.put(name, new Indicator(name, value, AS_OF, "sample figure of an invented country"));
  }
}
