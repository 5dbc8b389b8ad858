package app.chancery.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import app.chancery.WebOfficeTest;
import app.chancery.platform.refusal.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** All forms that there are, those of earlier releases too, as they stand on a page. */
@WebOfficeTest
class EveryFormIsDrawnTest {

  private static final Expressions FEEL = new FeelOfTheEngine();

  /** What a person could have written anywhere. */
  private static final String WRITTEN = "<img src=/x onerror=y> **b** [l](//e.example) \"q\" {{x}}";

  @Autowired private ITemplateEngine pages;

  static Stream<FormFile> forms() {
    return Stream.concat(ModelFiles.forms().stream(), ModelFiles.releasedForms().stream());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyPartHasItsElementAndNothingThatWasWrittenIsMarkup(FormFile file) {
    FormDefinition form = FormDefinition.of(file.json());
    Facts facts = new Facts(written(form), FEEL);
    Entries entries = Entries.start(form, facts, Map.of());

    Document page = drawn(form, facts, entries, List.of());

    for (FormPart part : form.all()) {
      assertThat(page.getElementById(part.id() + "-part")).as(part.id()).isNotNull();
    }
    for (FormPart field : form.fields()) {
      assertThat(page.select("[name=" + field.key() + "]")).as(field.key()).isNotEmpty();
      if (!field.isChoice()) {
        Element input = page.getElementById(field.id());
        assertThat(input.val()).as(field.key()).isEqualTo(field.isTickBox() ? "true" : WRITTEN);
        assertThat(page.select("label:has(> #%1$s), label[for=%1$s]".formatted(field.id())))
            .as(field.key())
            .hasSize(1);
      }
    }
    assertThat(page.select("img, .text-part strong strong, [onerror], a[href*=example]")).isEmpty();
    assertThat(page.select(".notice.bad")).isEmpty();
    assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsWrongWithAFieldStandsAtItAndInTheSummaryThatLeadsThere(FormFile file) {
    FormDefinition form = FormDefinition.of(file.json());
    Facts facts = new Facts(Map.of(), FEEL);
    List<Fault> faults =
        form.fields().stream().map(field -> new Fault(field.key(), "is wrong <b>")).toList();

    Document page = drawn(form, facts, new Entries(Map.of()), faults);

    assertThat(page.select("#form-problems a").eachAttr("href"))
        .containsExactlyElementsOf(form.fields().stream().map(field -> "#" + field.id()).toList());
    for (FormPart field : form.fields()) {
      Element error = page.getElementById(field.id() + "-error");
      assertThat(error.text()).as(field.key()).isEqualTo("is wrong <b>");
      assertThat(page.select("[aria-describedby~=\\b" + field.id() + "-error\\b]"))
          .as(field.key())
          .hasSize(1)
          .allMatch(described -> described.attr("aria-invalid").equals("true"));
    }
  }

  private static Map<String, Object> written(FormDefinition form) {
    Map<String, Object> facts = new HashMap<>();
    for (FormPart part : form.all()) {
      Facts.PLACE
          .matcher(part.text() + part.description())
          .results()
          .forEach(name -> facts.put(name.group(1), WRITTEN));
      if (part.label().startsWith("=")) {
        facts.put(part.label().substring(1), WRITTEN);
      }
      if (!part.dataSource().isEmpty()) {
        Map<String, Object> row = new HashMap<>();
        part.columns().forEach(column -> row.put(column.key(), WRITTEN));
        facts.put(part.dataSource().substring(1), List.of(row));
      }
      if (part.valuesKey() != null) {
        facts.put(part.valuesKey(), List.of(Map.of("value", "one", "label", WRITTEN)));
      }
    }
    form.fields().stream()
        .filter(field -> !field.isChoice())
        .forEach(field -> facts.put(field.key(), field.isTickBox() ? true : WRITTEN));
    return facts;
  }

  private Document drawn(FormDefinition form, Facts facts, Entries entries, List<Fault> faults) {
    FormPlace place = FormPlace.start(form.id());
    List<FormView.Problem> problems =
        faults.stream()
            .map(
                fault ->
                    form.fields().stream()
                        .filter(field -> field.key().equals(fault.field()))
                        .map(field -> new FormView.Problem(field.id(), "Field", fault.message()))
                        .findFirst()
                        .orElseThrow())
            .toList();
    FormView view =
        new FormView(
            place,
            place.address(),
            "analyst",
            Showing.of(form, facts, entries, Set.of(), faults),
            problems,
            null,
            "",
            "1",
            false,
            null,
            "Complete",
            true);
    MockServletContext servlet = new MockServletContext();
    WebContext context =
        new WebContext(
            JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
            Locale.ENGLISH,
            Map.of("form", view));
    return Jsoup.parse(pages.process("form", Set.of("whole"), context));
  }
}
