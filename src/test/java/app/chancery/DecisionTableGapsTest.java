package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for gaps in the policy tables by trying every combination of their inputs: for a text each
 * value that the column lists (or, where it lists none, that some row names), for a number each
 * bound that some row names and its neighbours, as far as the column allows them.
 */
class DecisionTableGapsTest {

  private static final FeelEngine FEEL =
      ((DefaultDmnEngineConfiguration)
              ((DefaultDmnEngineConfiguration)
                      DmnEngineConfiguration.createDefaultDmnEngineConfiguration())
                  .buildEngine()
                  .getConfiguration())
          .getFeelEngine();

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  static Stream<Table> tables() {
    return ModelFiles.decisions().stream()
        .flatMap(file -> file.model().getModelElementsByType(DecisionTable.class).stream())
        .map(Table::new);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyCombinationOfInputsHasARule(Table table) {
    assertThat(table.combinations().filter(each -> table.rules(each).isEmpty()).limit(5))
        .extracting(table::words)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableWithOneAnswerHasOneRuleForEachCombination(Table table) {
    if (table.hasOneAnswer()) {
      assertThat(table.combinations().filter(each -> table.rules(each).cardinality() > 1).limit(5))
          .extracting(table::words)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRuleCountsForSomeCombination(Table table) {
    BitSet unused = new BitSet();
    unused.set(0, table.rules.size());
    table.combinations().forEach(each -> unused.andNot(table.counting(each)));

    assertThat(unused.stream().mapToObj(rule -> table.rules.get(rule).getId())).isEmpty();
  }

  /** A table with the values that are tried, and which rows take which of them. */
  private static class Table {

    private final DecisionTable table;
    private final List<Rule> rules;
    private final List<List<Object>> values = new ArrayList<>();

    /** By column and value: the rows whose cell takes it. */
    private final List<List<BitSet>> taken = new ArrayList<>();

    Table(DecisionTable table) {
      this.table = table;
      rules = List.copyOf(table.getRules());
      List<Input> inputs = List.copyOf(table.getInputs());
      for (int column = 0; column < inputs.size(); column++) {
        Input input = inputs.get(column);
        List<String> cells = cells(column);
        List<Object> tried = List.copyOf(tried(input, cells));
        assertThat(tried).as(input.getId()).isNotEmpty();
        values.add(tried);
        taken.add(tried.stream().map(value -> rowsThatTake(value, cells)).toList());
      }
    }

    private List<String> cells(int column) {
      return rules.stream()
          .map(rule -> List.copyOf(rule.getInputEntries()).get(column).getTextContent().strip())
          .toList();
    }

    private static Set<Object> tried(Input input, List<String> cells) {
      String allowed =
          input.getInputValues() == null ? "" : input.getInputValues().getTextContent().strip();
      String type = input.getInputExpression().getTypeRef();
      Set<Object> tried = new LinkedHashSet<>();
      switch (type) {
        case "boolean" -> tried.addAll(List.of(true, false));
        case "string" ->
            (allowed.isEmpty() ? cells.stream() : Stream.of(allowed))
                .forEach(cell -> texts(cell).forEach(tried::add));
        case "integer" -> {
          TreeSet<Integer> numbers = new TreeSet<>(Set.of(0));
          Stream.concat(Stream.of(allowed), cells.stream())
              .flatMap(cell -> NUMBER.matcher(cell).results())
              .map(found -> Integer.parseInt(found.group()))
              .forEach(bound -> numbers.addAll(List.of(bound - 1, bound, bound + 1)));
          numbers.stream().filter(number -> takes(allowed, number)).forEach(tried::add);
        }
        default -> throw new AssertionError(input.getId() + ": no values for the type " + type);
      }
      return tried;
    }

    private static Stream<String> texts(String cell) {
      return TEXT.matcher(cell).results().map(found -> found.group(1));
    }

    private static BitSet rowsThatTake(Object value, List<String> cells) {
      BitSet rows = new BitSet();
      IntStream.range(0, cells.size())
          .filter(row -> takes(cells.get(row), value))
          .forEach(rows::set);
      return rows;
    }

    private static boolean takes(String cell, Object value) {
      return cell.isEmpty()
          || FEEL.evaluateSimpleUnaryTests(
              cell, "value", Variables.putValue("value", value).asVariableContext());
    }

    boolean hasOneAnswer() {
      return table.getHitPolicy() == HitPolicy.UNIQUE;
    }

    /** Every combination: for each column the place of its value. */
    Stream<int[]> combinations() {
      int all = values.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
      return IntStream.range(0, all).mapToObj(this::combination);
    }

    private int[] combination(int number) {
      int[] places = new int[values.size()];
      int left = number;
      for (int column = 0; column < places.length; column++) {
        places[column] = left % values.get(column).size();
        left /= values.get(column).size();
      }
      return places;
    }

    /** The rows that fit. */
    BitSet rules(int[] combination) {
      BitSet fitting = new BitSet();
      fitting.set(0, rules.size());
      for (int column = 0; column < combination.length; column++) {
        fitting.and(taken.get(column).get(combination[column]));
      }
      return fitting;
    }

    /** The rows that fit and count. */
    BitSet counting(int[] combination) {
      BitSet fitting = rules(combination);
      if (table.getHitPolicy() == HitPolicy.FIRST && !fitting.isEmpty()) {
        fitting.clear(fitting.nextSetBit(0) + 1, rules.size());
      }
      return fitting;
    }

    String words(int[] combination) {
      List<String> words = new ArrayList<>();
      int column = 0;
      for (Input input : table.getInputs()) {
        words.add(
            input.getInputExpression().getTextContent().strip()
                + "="
                + values.get(column).get(combination[column]));
        column++;
      }
      return String.join(", ", words);
    }

    @Override
    public String toString() {
      return table.getParentElement().getAttributeValue("id");
    }
  }
}
