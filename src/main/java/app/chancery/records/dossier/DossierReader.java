package app.chancery.records.dossier;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.records.alliance.Allies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Reads dossiers and refuses bad ones, naming every fault by the path of its field. */
@Component
public class DossierReader {

  /** The most characters of a name or a source. */
  static final int LONGEST = 4000;

  private static final List<String> OWN_FIELDS =
      List.of(
          "candidate",
          "name",
          "european",
          "region",
          "assessedOn",
          "propagandaExposure",
          "propagandaExposureSource");

  /** What every dossier says. */
  public static final Set<String> REQUIRED_FIELDS =
      Set.of("candidate", "name", "european", "region", "propagandaExposure");

  /** The fields of {@link #read(Map)}. */
  public static final List<String> FLAT_FIELDS =
      Stream.concat(
              OWN_FIELDS.stream(),
              Arrays.stream(IndicatorName.values())
                  .map(IndicatorName::field)
                  .flatMap(field -> Stream.of(field, field + "AsOf", field + "Source")))
          .toList();

  private static final Set<String> INDICATOR_FIELDS = Set.of("value", "asOf", "source");
  private static final Pattern INDICATOR_PATH = Pattern.compile("indicators\\.(\\w+)\\.(\\w+)");
  private static final Set<String> ISO_CODES = Set.of(Locale.getISOCountries());

  private final Regions regions;
  private final Days days;
  private final Allies allies;
  private final ObjectMapper json;

  DossierReader(Regions regions, Days days, Allies allies, ObjectMapper json) {
    this.regions = regions;
    this.days = days;
    this.allies = allies;
    this.json = json;
  }

  /**
   * Reads a dossier in the format of the REST interface.
   *
   * @throws app.chancery.platform.refusal.Refused naming every fault
   */
  public Dossier read(JsonNode dossier) {
    Faults faults = new Faults();
    Dossier read = read(dossier, faults);
    faults.refuseIfAny();
    return read;
  }

  /**
   * Reads a dossier from flat fields: those of the dossier itself and, for each indicator, {@code
   * occStage}, {@code occStageAsOf} and {@code occStageSource}. Blank fields count as absent.
   *
   * @throws app.chancery.platform.refusal.Refused naming every fault, by these fields
   */
  public Dossier read(Map<String, Object> fields) {
    ObjectNode dossier = json.createObjectNode();
    fields.forEach(
        (field, value) -> {
          if (value != null && !value.toString().isBlank() && OWN_FIELDS.contains(field)) {
            dossier.set(field, json.valueToTree(value));
          }
        });
    dossier.set("indicators", indicators(fields));
    Faults nested = new Faults();
    Dossier read = read(dossier, nested);
    flat(nested, new Faults()).refuseIfAny();
    return read;
  }

  /**
   * Reads new values for a dossier that is known: a JSON object with {@code indicators} as a
   * dossier has them, and nothing else.
   *
   * @throws app.chancery.platform.refusal.Refused naming every fault
   */
  public Map<IndicatorName, Indicator> readUpdate(JsonNode update) {
    Faults faults = new Faults();
    if (faults.check(
        update != null && update.isObject(), "", Words.of("dossierReader.anUpdateIsAJsonObject"))) {
      update
          .fieldNames()
          .forEachRemaining(
              field ->
                  faults.check(
                      field.equals("indicators"), field, Words.of("dossierReader.isNotAFieldOfA")));
    }
    Map<IndicatorName, Indicator> indicators = newIndicators(update, faults);
    faults.refuseIfAny();
    return indicators;
  }

  /**
   * Reads new values from flat fields, named as those of {@link #read(Map)}.
   *
   * @param faults what is wrong is added to it
   */
  public Map<IndicatorName, Indicator> readUpdate(Map<String, Object> fields, Faults faults) {
    Faults nested = new Faults();
    Map<IndicatorName, Indicator> read =
        newIndicators(json.createObjectNode().set("indicators", indicators(fields)), nested);
    flat(nested, faults);
    return read;
  }

  /** The name of a candidate as it is kept; "", with a fault of the field {@code name}, if bad. */
  public String readName(String name, Faults faults) {
    return name(json.createObjectNode().put("name", name), faults);
  }

  /**
   * One value of a known indicator, from the fields {@code value}, {@code asOf} and {@code source}.
   *
   * @param faults what is wrong is added to it
   */
  public Optional<Indicator> readFigure(
      IndicatorName name, Map<String, String> fields, Faults faults) {
    ObjectNode figure = json.createObjectNode();
    INDICATOR_FIELDS.forEach(field -> figure.put(field, fields.get(field)));
    Faults nested = new Faults();
    Indicator read = indicator(name, figure, nested);
    nested
        .list()
        .forEach(
            fault ->
                faults.add(
                    fault.field().substring(fault.field().lastIndexOf('.') + 1), fault.message()));
    return Optional.ofNullable(read).map(Indicator::plain);
  }

  /** Faults by the flat fields: {@code indicators.occStage.asOf} was {@code occStageAsOf}. */
  private static Faults flat(Faults nested, Faults flat) {
    for (Fault fault : nested.list()) {
      Matcher path = INDICATOR_PATH.matcher(fault.field());
      flat.add(
          !path.matches()
              ? fault.field()
              : path.group(2).equals("value")
                  ? path.group(1)
                  : path.group(1) + StringUtils.capitalize(path.group(2)),
          fault.message());
    }
    return flat;
  }

  private Map<IndicatorName, Indicator> newIndicators(JsonNode update, Faults faults) {
    int before = faults.list().size();
    Map<IndicatorName, Indicator> indicators =
        update == null ? Map.of() : indicators(update, faults);
    faults.check(
        !indicators.isEmpty() || faults.list().size() > before,
        "indicators",
        Words.of("dossier.noNewValue"));
    return indicators;
  }

  private ObjectNode indicators(Map<String, Object> fields) {
    ObjectNode indicators = json.createObjectNode();
    for (IndicatorName name : IndicatorName.values()) {
      ObjectNode indicator = json.createObjectNode();
      put(indicator, "value", fields.get(name.field()));
      put(indicator, "asOf", fields.get(name.field() + "AsOf"));
      put(indicator, "source", fields.get(name.field() + "Source"));
      if (!indicator.isEmpty()) {
        indicators.set(name.field(), indicator);
      }
    }
    return indicators;
  }

  private Dossier read(JsonNode dossier, Faults faults) {
    if (!faults.check(
        dossier != null && dossier.isObject(),
        "",
        Words.of("dossierReader.aDossierIsAJsonObject"))) {
      return null;
    }
    dossier
        .fieldNames()
        .forEachRemaining(
            field ->
                faults.check(
                    OWN_FIELDS.contains(field) || field.equals("indicators"),
                    field,
                    Words.of("dossierReader.isNotAFieldOfA2")));
    String candidate = candidate(dossier, faults);
    String name = name(dossier, faults);
    boolean european = european(dossier, faults);
    String region = text(dossier, "region", "region", faults);
    if (!region.isEmpty()) {
      faults.check(
          regions.knows(region),
          "region",
          Words.of("dossierReader.isNotARegionOfThe")
              .formatted(region, String.join(", ", new TreeSet<>(regions.regions().keySet()))));
    }
    LocalDate assessedOn =
        isGiven(dossier.path("assessedOn"))
            ? date(dossier, "assessedOn", "assessedOn", faults)
            : days.today();
    PropagandaExposure exposure = exposure(dossier, faults);
    String exposureSource =
        isGiven(dossier.path("propagandaExposureSource"))
            ? text(dossier, "propagandaExposureSource", "propagandaExposureSource", faults)
            : null;
    Map<IndicatorName, Indicator> indicators = indicators(dossier, faults);
    return faults.isEmpty()
        ? new Dossier(
            candidate, name, european, region, assessedOn, exposure, exposureSource, indicators)
        : null;
  }

  private static String candidate(JsonNode dossier, Faults faults) {
    String code = text(dossier, "candidate", "candidate", faults);
    if (!code.isEmpty()) {
      faults.check(
          ISO_CODES.contains(code) || code.matches("X[A-Z]"),
          "candidate",
          Words.of("dossierReader.isNotAnIsoAlphaCode").formatted(code));
    }
    return code;
  }

  private static boolean european(JsonNode dossier, Faults faults) {
    JsonNode value = dossier.path("european");
    if (value.isTextual() && Set.of("true", "false").contains(value.asText())) {
      return Boolean.parseBoolean(value.asText());
    }
    faults.check(
        value.isBoolean(),
        "european",
        value.isMissingNode() || value.isNull()
            ? Words.of("form.required")
            : Words.of("dossierReader.mustBeTrueOrFalse"));
    return value.asBoolean();
  }

  private static PropagandaExposure exposure(JsonNode dossier, Faults faults) {
    String word = text(dossier, "propagandaExposure", "propagandaExposure", faults);
    return Coded.find(PropagandaExposure.class, word)
        .orElseGet(
            () -> {
              faults.check(
                  word.isEmpty(), "propagandaExposure", Coded.oneOf(PropagandaExposure.class));
              return null;
            });
  }

  private Map<IndicatorName, Indicator> indicators(JsonNode dossier, Faults faults) {
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(IndicatorName.class);
    JsonNode given = dossier.path("indicators");
    if (!faults.check(
        given.isObject(),
        "indicators",
        given.isMissingNode() || given.isNull()
            ? Words.of("form.required")
            : Words.of("dossierReader.mustBeAJsonObject"))) {
      return indicators;
    }
    given
        .properties()
        .forEach(
            entry ->
                IndicatorName.ofField(entry.getKey())
                    .ifPresentOrElse(
                        name -> {
                          Indicator indicator = indicator(name, entry.getValue(), faults);
                          if (indicator != null) {
                            indicators.put(name, indicator);
                          }
                        },
                        () ->
                            faults.add(
                                "indicators." + entry.getKey(),
                                Words.of("dossierReader.isNotAnIndicatorKnownAre")
                                    .formatted(
                                        Arrays.stream(IndicatorName.values())
                                            .map(IndicatorName::field)
                                            .collect(Collectors.joining(", "))))));
    return indicators;
  }

  private Indicator indicator(IndicatorName name, JsonNode given, Faults faults) {
    String path = "indicators." + name.field();
    if (!faults.check(
        given.isObject(), path, Words.of("dossierReader.mustHaveValueAsofAndSource"))) {
      return null;
    }
    given
        .fieldNames()
        .forEachRemaining(
            field ->
                faults.check(
                    INDICATOR_FIELDS.contains(field),
                    path + "." + field,
                    Words.of("dossierReader.isNotAFieldOfAn")));
    String text = text(given, "value", path + ".value", faults);
    String value = text.isEmpty() ? "" : value(name, text, path + ".value", faults);
    LocalDate asOf = date(given, "asOf", path + ".asOf", faults);
    String source = text(given, "source", path + ".source", faults);
    return !value.isEmpty() && asOf != null && !source.isEmpty()
        ? new Indicator(name, value, asOf, source)
        : null;
  }

  /** As it is kept: the code of a stage, or a plain decimal; "" (with a fault) if it is neither. */
  private static String value(IndicatorName name, String text, String path, Faults faults) {
    if (name == IndicatorName.OCC_STAGE) {
      return faults.check(
              OccStage.of(text).isPresent(),
              path,
              Words.of("dossierReader.isNot").formatted(text, name.unit()))
          ? text
          : "";
    }
    BigDecimal least = BigDecimal.valueOf(name.least());
    BigDecimal most = BigDecimal.valueOf(name.most());
    return Figures.read(text, least, most)
        .orFault(path, faults)
        .filter(
            number ->
                faults.check(
                    number.compareTo(least) >= 0 && number.compareTo(most) <= 0,
                    path,
                    Words.of("dossierReader.isOutOfRangeItMust")
                        .formatted(text, name.least(), name.most(), name.unit())))
        .map(BigDecimal::toPlainString)
        .orElse("");
  }

  /** What may be left out may be left empty too, as in a form and a table. */
  private static boolean isGiven(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isTextual() && value.textValue().isBlank());
  }

  private LocalDate date(JsonNode parent, String field, String path, Faults faults) {
    String text = text(parent, field, path, faults);
    if (text.isEmpty()) {
      return null;
    }
    return Dates.read(text)
        .orFault(path, faults)
        .filter(
            date ->
                faults.check(
                    !date.isAfter(days.today()),
                    path,
                    Words.of("dossierReader.isInTheFuture").formatted(Dates.words(date))))
        .filter(
            date -> {
              LocalDate founded = allies.founded();
              return faults.check(
                  !date.isBefore(founded),
                  path,
                  Words.of("dossierReader.isBeforeTheAlliance")
                      .formatted(Dates.words(date), Dates.words(founded)));
            })
        .orElse(null);
  }

  /** A required text or number, or "" with a fault. */
  /** A candidate is known by it, so what looks like another one's is none. */
  private static String name(JsonNode parent, Faults faults) {
    String name = text(parent, "name", "name", faults);
    Optional<String> fault = PlainText.nameFault(name);
    fault.ifPresent(wrong -> faults.add("name", wrong));
    return fault.isPresent() ? "" : name;
  }

  private static String text(JsonNode parent, String field, String path, Faults faults) {
    JsonNode value = parent.path(field);
    if (value.isMissingNode()
        || value.isNull()
        || value.asText().isBlank() && value.isValueNode()) {
      faults.add(path, Words.of("form.required"));
      return "";
    }
    if (!faults.check(
        value.isTextual() || value.isNumber(), path, Words.of("dossierReader.mustBeATextOrA"))) {
      return "";
    }
    if (!PlainText.checkLine(value.asText(), path, faults)) {
      return "";
    }
    String text =
        value.isNumber()
            ? value.decimalValue().toPlainString()
            : PlainText.stripped(value.asText());
    return faults.check(
            text.length() <= LONGEST,
            path,
            Words.of("dossierReader.isLongerThanCharacters").formatted(LONGEST))
        ? text
        : "";
  }

  private static void put(ObjectNode node, String field, Object value) {
    if (value != null && !value.toString().isBlank()) {
      node.put(field, value.toString());
    }
  }
}
