package app.chancery.desk.whatif;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Move;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.IndicatorName;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriUtils;

/**
 * What somebody tries, as they typed it: all of it fits into an address.
 *
 * @param programme the key of the one it starts from, or what was given for it; "" for none
 * @param fields what stands in each of {@link #FIELDS}, "" where nothing does
 */
record Tried(String programme, Map<String, String> fields) {

  static final String ADDRESS = "/what-if";

  static final String PROGRAMME = "programme";
  static final String EUROPEAN = "european";
  static final String REGION = "region";
  static final String ASSESSED_ON = "assessedOn";

  /** The fields beside the programme, in the order of the page. */
  static final List<String> FIELDS =
      Stream.concat(
              Stream.of(EUROPEAN, REGION, ASSESSED_ON),
              Arrays.stream(IndicatorName.values())
                  .flatMap(name -> Stream.of(name.field(), asOf(name))))
          .toList();

  /** What an analysis that is in no dossier has of one, and no table asks for. */
  private static final Map<String, Object> NOBODY =
      Map.of("candidate", "XX", "propagandaExposure", "low");

  /** The field of the day that a figure describes. */
  static String asOf(IndicatorName name) {
    return name.field() + "AsOf";
  }

  /** Nothing yet, on that day. */
  static Map<String, String> nothing(LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELDS.forEach(field -> fields.put(field, ""));
    fields.put(ASSESSED_ON, today.toString());
    return fields;
  }

  /** What a dossier says. */
  static Map<String, String> of(Dossier dossier) {
    Map<String, String> fields = nothing(dossier.assessedOn());
    fields.put(EUROPEAN, String.valueOf(dossier.european()));
    fields.put(REGION, dossier.region());
    dossier
        .indicators()
        .values()
        .forEach(
            indicator -> {
              fields.put(indicator.name().field(), indicator.plain().value());
              fields.put(asOf(indicator.name()), indicator.asOf().toString());
            });
    return fields;
  }

  /**
   * @param beginning what stands in the fields of which nothing is given
   * @param given as it came; "" is given too, and means that there is no such figure
   */
  static Tried of(String programme, Map<String, String> beginning, Map<String, String> given) {
    Map<String, String> fields = new LinkedHashMap<>(beginning);
    fields.replaceAll((field, text) -> PlainText.stripped(given.getOrDefault(field, text)));
    return new Tried(programme, fields);
  }

  /**
   * What an address gives, as {@link #query} writes it.
   *
   * @param faults that it is none
   */
  static Map<String, String> given(String query, Faults faults) {
    Map<String, String> given = new LinkedHashMap<>();
    boolean isRead = true;
    for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] field = part.split("=", 2);
      try {
        isRead &= field.length == 2 && given.put(decoded(field[0]), decoded(field[1])) == null;
      } catch (IllegalArgumentException cutOff) {
        isRead = false;
      }
    }
    faults.check(isRead, "", Words.of("whatIf.noAddress"));
    return given;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Names what is none of the fields, as what is misspelt would be left out without a word. */
  static void refuseUnknown(Set<String> given, Faults faults) {
    given.stream()
        .filter(name -> !name.equals(PROGRAMME) && !FIELDS.contains(name))
        .sorted()
        .forEach(
            name ->
                faults.add("", Words.of("whatIf.unknownField").formatted(PlainText.shown(name))));
  }

  /**
   * The flat fields of a dossier, as the reader of dossiers takes them. A figure of which no day is
   * given is one of the day of the assessment.
   *
   * @param today the day of the assessment where none is given
   * @param faults what is wrong with what the reader does not get to see is added to it
   */
  Map<String, Object> ofDossier(LocalDate today, Faults faults) {
    Map<String, Object> flat = new LinkedHashMap<>(NOBODY);
    flat.put("name", Words.of("whatIf.candidate"));
    for (String field : List.of(EUROPEAN, REGION, ASSESSED_ON)) {
      flat.put(field, fields.get(field));
    }
    String assessed = Dates.read(fields.get(ASSESSED_ON)).found().orElse(today).toString();
    for (IndicatorName name : IndicatorName.values()) {
      String value = fields.get(name.field());
      String asOf = fields.get(asOf(name));
      if (!value.isEmpty()) {
        flat.put(name.field(), value);
        flat.put(asOf(name), asOf.isEmpty() ? assessed : asOf);
        flat.put(name.field() + "Source", Words.of("whatIf.source"));
      } else if (!asOf.isEmpty()) {
        Dates.read(asOf).orFault(asOf(name), faults);
      }
    }
    return flat;
  }

  /** With the changes of a move, measured on the day of the assessment. */
  Tried with(Move move) {
    Map<String, String> moved = new LinkedHashMap<>(fields);
    for (Move.Change change : move.changes()) {
      moved.put(change.indicator().field(), change.to());
      moved.put(asOf(change.indicator()), fields.get(ASSESSED_ON));
    }
    return new Tried(programme, moved);
  }

  /** The address of the page with all of it. */
  public String address() {
    return ADDRESS + "?" + query();
  }

  /** Behind the question mark of the address. */
  public String query() {
    Map<String, String> all = new LinkedHashMap<>();
    if (!programme.isEmpty()) {
      all.put(PROGRAMME, programme);
    }
    all.putAll(fields);
    return query(all);
  }

  /** Where what was given stands in the fields again. */
  static String address(Map<String, String> given) {
    return given.isEmpty() ? ADDRESS : ADDRESS + "?" + query(given);
  }

  private static String query(Map<String, String> given) {
    return given.entrySet().stream()
        .filter(field -> isTold(field, given))
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Of a programme "" takes a figure away; of nothing it says nothing. */
  private static boolean isTold(Map.Entry<String, String> field, Map<String, String> given) {
    return !field.getValue().isEmpty()
        || field.getKey().equals(ASSESSED_ON)
        || !given.getOrDefault(PROGRAMME, "").isEmpty();
  }

  private static String encoded(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
