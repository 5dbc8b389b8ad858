package app.chancery.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A form on a page of the desk, and what somebody types who wants the work to go on: what the
 * office suggests stays, choices are made in favour, and reasons are given.
 */
final class FormOnPage {

  /** What has to look like something; of choices, what is not the first of {@link #IN_FAVOUR}. */
  private static final Map<String, String> TYPED =
      Map.ofEntries(
          Map.entry("briefs", day(-9) + " | liaison | high | Nothing new"),
          Map.entry("seatsInFavour", "120"),
          Map.entry("seatsInParliament", "200"),
          Map.entry("elections", day(400) + " | parliament"),
          Map.entry("commandStructures", "General staff | plans and leads all forces"),
          Map.entry("closeList", "true"),
          Map.entry("confidential_power", "3"),
          Map.entry("confidential_interest", "3"),
          Map.entry("kind", "workshop"),
          Map.entry("date", day(-1)),
          Map.entry("name", "Workshop on supply lines"),
          Map.entry("participants", "DE\nPL"),
          Map.entry("source", "Minutes of the meeting"));

  private static final List<String> IN_FAVOUR =
      List.of(
          "satisfied",
          "endorse",
          "confirm",
          "continue",
          "approve",
          "true",
          "amend",
          "activity",
          "no-objection");

  /** Whoever looks at these wants to change what is under way, which nobody does here. */
  private static final Set<String> LEFT_ALONE = Set.of("followUp", "consultationAct");

  private static final String REASON =
      "It was looked at from all sides, and nothing was found that speaks against it.";

  private final Element form;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> toType = new LinkedHashMap<>();

  private FormOnPage(Element form) {
    this.form = form;
  }

  /**
   * Empty if there is none for its reader, or none that they know how to fill in.
   *
   * @param choices that are made otherwise than in favour, by the names of their fields, with what
   *     goes with them
   */
  static Optional<FormOnPage> on(Document page, Map<String, String> choices) {
    Element form = page.selectFirst("form#form");
    if (form == null) {
      return Optional.empty();
    }
    FormOnPage read = new FormOnPage(form);
    return read.isUnderstood(choices) ? Optional.of(read) : Optional.empty();
  }

  private boolean isUnderstood(Map<String, String> choices) {
    for (Element control : form.select("input[name], select[name], textarea[name]")) {
      String name = control.attr("name");
      if (LEFT_ALONE.contains(name)) {
        return false;
      }
      if (!isTickable(control) || control.hasAttr("checked")) {
        fields.put(name, control.tagName().equals("select") ? chosen(control) : control.val());
      }
    }
    for (Element control : form.select("input[name], select[name], textarea[name]")) {
      String name = control.attr("name");
      if (fields.getOrDefault(name, "").isBlank()
          && isVisible(control)
          && (isRequired(control) || TYPED.containsKey(name))) {
        Optional<String> value = value(name, control);
        if (value.isEmpty()) {
          return false;
        }
        toType.putIfAbsent(name, value.get());
      }
    }
    choices.forEach(
        (name, value) -> {
          if (!form.select("[name=" + name + "]").isEmpty()) {
            toType.put(name, value);
          }
        });
    return true;
  }

  private static boolean isTickable(Element control) {
    return Set.of("radio", "checkbox").contains(control.attr("type"));
  }

  private static boolean isVisible(Element control) {
    return control.closest("[hidden]") == null && !control.attr("type").equals("hidden");
  }

  private static boolean isRequired(Element control) {
    return control.closest("[aria-required=true]") != null;
  }

  private static String chosen(Element select) {
    Element option = select.selectFirst("option[selected]");
    return option == null ? "" : option.val();
  }

  private Optional<String> value(String name, Element control) {
    List<String> options =
        control.tagName().equals("select")
            ? control.select("option").eachAttr("value")
            : form.select("input[name=" + name + "][type=radio]").eachAttr("value");
    if (TYPED.containsKey(name) && (options.isEmpty() || options.contains(TYPED.get(name)))) {
      return Optional.of(TYPED.get(name));
    }
    if (!options.isEmpty()) {
      return IN_FAVOUR.stream()
          .filter(options::contains)
          .findFirst()
          .or(() -> options.stream().filter(option -> !option.isBlank()).findFirst());
    }
    if (control.attr("type").equals("checkbox")) {
      return Optional.of("true");
    }
    // A number, a day or rows that nobody here knows.
    boolean isText = !control.hasAttr("data-lines") && !control.hasAttr("data-read-by");
    return isText ? Optional.of(REASON) : Optional.empty();
  }

  String action() {
    return form.attr("action");
  }

  /** Where its draft is kept. */
  String draft() {
    return form.attr("data-draft");
  }

  String reader() {
    return form.attr("data-reader");
  }

  /** Of the draft that the page shows; empty if there is none. */
  String version() {
    return form.attr("data-version");
  }

  /** All fields as a browser sends them when so much of what there is to type has been typed. */
  Map<String, String> typedUpTo(double share) {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    toType.entrySet().stream()
        .limit(Math.round(Math.ceil(toType.size() * share)))
        .forEach(entry -> sent.put(entry.getKey(), entry.getValue()));
    return sent;
  }

  private static String day(int fromToday) {
    return LocalDate.now(ZoneOffset.UTC).plusDays(fromToday).toString();
  }
}
