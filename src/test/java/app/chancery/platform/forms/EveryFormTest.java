package app.chancery.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.IndicatorName;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All forms that there are, those of earlier releases too, as the desk reads them. */
class EveryFormTest {

  private static final Expressions FEEL = new FeelOfTheEngine();

  private static final Set<String> ENDING = Set.of("shelve", "withdraw", "objection", "terminate");

  /** Facts that offer such a choice. */
  private static final Set<String> ENDING_CHOICES = Set.of("possibleDecisions", "fallBackOptions");

  private static final Facts NOTHING = new Facts(Map.of(), FEEL);

  static Stream<FormFile> forms() {
    return Stream.concat(ModelFiles.forms().stream(), ModelFiles.releasedForms().stream());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyPartOfAFormIsShown(FormFile file) {
    FormDefinition form = FormDefinition.of(file.json());

    List<PartView> shown =
        Showing.of(form, NOTHING, start(form), Set.of(), List.of()).stream()
            .flatMap(EveryFormTest::withItsParts)
            .toList();

    assertThat(shown).extracting(PartView::id).containsExactlyElementsOf(ids(file));
    assertThat(shown)
        .extracting(PartView::type)
        .isSubsetOf(
            "text",
            "table",
            "group",
            "separator",
            "textfield",
            "textarea",
            "select",
            "radio",
            "checkbox");
    assertThat(shown).filteredOn(part -> part.name() != null).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyFieldThatMustBeFilledIsNamedIfItIsNot(FormFile file) {
    FormDefinition form = FormDefinition.of(file.json());
    Entries none = new Entries(Map.of());
    Set<String> hidden = Conditions.hidden(form, NOTHING, none, FEEL);
    List<String> required =
        file.components().stream()
            .filter(part -> part.path("validate").path("required").asBoolean())
            .filter(part -> !hidden.contains(part.path("id").asText()))
            .map(part -> part.path("key").asText())
            .toList();

    List<String> missing =
        refused(form, hidden, none).stream()
            .filter(fault -> fault.message().equals("is required"))
            .map(Fault::field)
            .toList();

    assertThat(missing).containsExactlyElementsOf(required);
  }

  /** What hides a part is one answer to one question, and another answer shows it. */
  @ParameterizedTest
  @MethodSource("forms")
  void whatAConditionHidesIsAskedByNobodyAndShownByAnotherAnswer(FormFile file) {
    FormDefinition form = FormDefinition.of(file.json());
    Set<String> shown = new HashSet<>();
    Set<String> everHidden = new HashSet<>();
    for (Entries answers : answers(form)) {
      for (Map<String, Object> facts : factsOf(form)) {
        Set<String> hidden = Conditions.hidden(form, new Facts(facts, FEEL), answers, FEEL);
        everHidden.addAll(hidden);
        form.all().stream()
            .map(FormPart::id)
            .filter(id -> !hidden.contains(id))
            .forEach(shown::add);
        assertThat(
                form.fields().stream()
                    .filter(field -> hidden.contains(field.id()))
                    .map(FormPart::key)
                    .filter(faulty(refused(form, hidden, answers))::contains))
            .isEmpty();
      }
    }

    assertThat(shown).containsExactlyInAnyOrderElementsOf(ids(file));
    assertThat(everHidden)
        .containsExactlyInAnyOrderElementsOf(
            form.all().stream()
                .filter(part -> part.hide() != null)
                .map(FormPart::id)
                .collect(Collectors.toSet()));
  }

  /** So that the reading below the field is that of the dossier. */
  @Test
  void theFieldOfAnIndicatorHasTheBoundsOfTheIndicator() {
    List<FormPart> figures =
        ModelFiles.forms().stream()
            .flatMap(file -> FormDefinition.of(file.json()).fields().stream())
            .filter(field -> field.reading().equals("number"))
            .filter(field -> IndicatorName.ofField(field.key()).isPresent())
            .toList();

    assertThat(figures)
        .hasSizeGreaterThanOrEqualTo(12)
        .isNotEmpty()
        .allSatisfy(
            field -> {
              IndicatorName indicator = IndicatorName.ofField(field.key()).orElseThrow();
              assertThat(field.rule().bounds().least()).isEqualByComparingTo(of(indicator.least()));
              assertThat(field.rule().bounds().most()).isEqualByComparingTo(of(indicator.most()));
            });
  }

  private static BigDecimal of(double bound) {
    return BigDecimal.valueOf(bound);
  }

  @Test
  void whatIsHiddenCountsForNothingInTheConditionsBehindIt() {
    FormDefinition form =
        FormDefinition.of(
            ModelFiles.forms().stream()
                .filter(file -> file.id().equals("draft-media-plan"))
                .findFirst()
                .orElseThrow()
                .json());

    Set<String> hidden =
        Conditions.hidden(
            form, NOTHING, new Entries(Map.of("objective1", "", "objective2", "Left over")), FEEL);

    assertThat(hidden).contains("textfield_objective2", "textfield_objective3");
  }

  /** Whatever ends a programme or a proposal, or breaks a silence, is asked for once more. */
  @Test
  void whatCannotBeUndoneIsConfirmedByATickThatIsAskedForThenAlone() {
    List<String> asked = new ArrayList<>();
    for (FormFile file : ModelFiles.forms()) {
      FormDefinition form = FormDefinition.of(file.json());
      for (FormPart choice : form.fields()) {
        if (choice.isChoice() && !choice.warning().isEmpty()) {
          String code = properties(file, choice.id()).path("final").asText();
          String hide = "=%s != \"%s\"".formatted(choice.key(), code);
          assertThat(code).as(file.id()).isNotEmpty();
          assertThat(form.fields())
              .as(file.id())
              .anyMatch(
                  tick -> tick.isTickBox() && tick.rule().required() && hide.equals(tick.hide()));
          asked.add(file.id());
        }
      }
    }

    assertThat(asked)
        .containsExactlyInAnyOrder(
            "choose-fall-back",
            "consult-objectors",
            "decide-review",
            "endorse-readiness",
            "follow-round",
            "state-position");
  }

  private static JsonNode properties(FormFile file, String part) {
    return file.components().stream()
        .filter(each -> each.path("id").asText().equals(part))
        .findFirst()
        .orElseThrow()
        .path("properties");
  }

  /** One entry a line, in as many parts as its example has: a row has a field for each. */
  @ParameterizedTest
  @MethodSource("forms")
  void aFieldWithOneEntryALineHasItsColumns(FormFile file) {
    for (FormPart field : FormDefinition.of(file.json()).fields()) {
      boolean takesLines =
          field.type().equals("textarea")
              && field.description().matches("(?s).*\\b[Oo]ne (\\w+ )?a line\\b.*");
      if (file.path().startsWith("processes")) {
        assertThat(!field.lines().isEmpty()).as(field.key()).isEqualTo(takesLines);
        if (takesLines) {
          assertThat(field.rowsHint()).as(field.key()).isNotNull().doesNotContain("|", "a line");
        }
      }
    }
  }

  private static List<Fault> refused(FormDefinition form, Set<String> hidden, Entries entries) {
    try {
      Check.refuseFaulty(form, hidden, entries, NOTHING);
      return List.of();
    } catch (Refused refused) {
      return refused.faults();
    }
  }

  /**
   * Said before, beside the choice: what ends a programme or a round, or what the council heard.
   */
  @ParameterizedTest
  @MethodSource("current")
  void aChoiceThatCannotBeUndoneSaysSo(FormFile file) {
    for (FormPart field : FormDefinition.of(file.json()).fields()) {
      Set<String> offered =
          field.values().stream().map(FormPart.Choice::value).collect(Collectors.toSet());
      boolean ends =
          ENDING.stream().anyMatch(offered::contains)
              || ENDING_CHOICES.contains(String.valueOf(field.valuesKey()));
      // An objection may be withdrawn, and stated again, as long as the consultation lasts.
      if (ends && !field.key().equals("consultationAct")) {
        assertThat(field.warning()).as(field.key()).isNotEmpty();
      }
    }
  }

  static Stream<FormFile> current() {
    return ModelFiles.forms().stream();
  }

  @Test
  void aCellWhoseWordIsAColourHasTheMarkOfItsCode() {
    FormDefinition form =
        FormDefinition.of(
            ModelFiles.forms().stream()
                .filter(file -> file.id().equals("decide-review"))
                .findFirst()
                .orElseThrow()
                .json());
    Facts facts =
        new Facts(
            Map.of(
                "dimensions",
                List.of(
                    Map.of("dimension", "Milestones", "colour", "gelb", "colourMark", "amber"))),
            FEEL);

    PartView table =
        Showing.of(form, facts, start(form), Set.of(), List.of()).stream()
            .filter(part -> part.id().equals("table_status"))
            .findFirst()
            .orElseThrow();

    assertThat(table.rows())
        .containsExactly(
            List.of(
                new PartView.Cell("Milestones", null),
                new PartView.Cell("gelb", "amber"),
                new PartView.Cell("", null),
                new PartView.Cell("", null)));
  }

  private static List<String> faulty(List<Fault> faults) {
    return faults.stream().map(Fault::field).toList();
  }

  /** With nothing, and with every choice of every field by itself, the other fields filled. */
  private static List<Entries> answers(FormDefinition form) {
    Map<String, String> filled = new LinkedHashMap<>();
    form.fields().forEach(field -> filled.put(field.key(), field.isTickBox() ? "true" : "x"));
    Stream<Entries> chosen =
        form.fields().stream()
            .flatMap(
                field ->
                    field.values().stream()
                        .map(
                            value -> {
                              Map<String, String> answers = new LinkedHashMap<>(filled);
                              answers.put(field.key(), value.value());
                              return new Entries(answers);
                            }));
    Stream<Entries> pairs = form.id().equals("conduct-phase") ? exercises(filled) : Stream.empty();
    Stream<Entries> offered =
        Stream.concat(
                Stream.of(
                    "move-tier-up", "adjust-milestones", "end", "terminate", "object", "withdraw"),
                Arrays.stream(Tier.values()).map(Tier::code))
            .map(
                code -> {
                  Map<String, String> answers = new LinkedHashMap<>(filled);
                  answers.replaceAll((name, text) -> text.equals("x") ? code : text);
                  return new Entries(answers);
                });
    return Stream.of(Stream.of(new Entries(Map.of()), new Entries(filled)), chosen, pairs, offered)
        .flatMap(each -> each)
        .toList();
  }

  /** The one condition that asks for two answers. */
  private static Stream<Entries> exercises(Map<String, String> filled) {
    Map<String, String> answers = new LinkedHashMap<>(filled);
    answers.put("entry", "activity");
    answers.put("kind", "exercise");
    return Stream.of(new Entries(answers));
  }

  /** Conditions also ask for facts: none of them, all of them true, all of them a text. */
  private static List<Map<String, Object>> factsOf(FormDefinition form) {
    Set<String> fields = form.fields().stream().map(FormPart::key).collect(Collectors.toSet());
    Set<String> names =
        form.all().stream()
            .filter(part -> part.hide() != null)
            .flatMap(part -> Stream.of(part.hide().split("\\W+")))
            .filter(name -> !fields.contains(name))
            .collect(Collectors.toSet());
    return List.of(
        Map.of(),
        names.stream().collect(Collectors.toMap(name -> name, name -> true)),
        names.stream().collect(Collectors.toMap(name -> name, name -> false)));
  }

  private static Entries start(FormDefinition form) {
    return Entries.start(form, NOTHING, Map.of());
  }

  private static List<String> ids(FormFile file) {
    return file.components().stream().map(part -> part.path("id").asText()).toList();
  }

  private static Stream<PartView> withItsParts(PartView part) {
    return Stream.concat(
        Stream.of(part), part.parts().stream().flatMap(EveryFormTest::withItsParts));
  }
}
