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
    return of(candidate, name, ASSESSED, AS_OF);
  }

  /** The same as assessed on a day, with figures that are not too old then, whatever the year. */
  public static Dossier of(String candidate, String name, LocalDate assessedOn) {
    return of(candidate, name, assessedOn, assessedOn.minusMonths(4));
  }

  private static Dossier of(String candidate, String name, LocalDate assessedOn, LocalDate asOf) {
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(IndicatorName.class);
    put(indicators, IndicatorName.DEFENCE_SPENDING_PCT_GDP, "2.4", asOf);
    put(indicators, IndicatorName.OCC_STAGE, "NEL2", asOf);
    put(indicators, IndicatorName.STANDARDS_IMPLEMENTED_PCT, "82", asOf);
    put(indicators, IndicatorName.GOVERNANCE_ESTIMATE, "1.4", asOf);
    put(indicators, IndicatorName.POLITICAL_CONSENSUS_PCT, "85", asOf);
    put(indicators, IndicatorName.PUBLIC_SUPPORT_PCT, "74", asOf);
    put(indicators, IndicatorName.TRADE_SHARE_PCT, "61", asOf);
    return new Dossier(
        candidate,
        name,
        true,
        "europe",
        assessedOn,
        PropagandaExposure.MEDIUM,
        "sample",
        indicators);
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

  private static void put(
      Map<IndicatorName, Indicator> all, IndicatorName name, String value, LocalDate asOf) {
    all.put(name, new Indicator(name, value, asOf, "sample figure of an invented country"));
  }
}
