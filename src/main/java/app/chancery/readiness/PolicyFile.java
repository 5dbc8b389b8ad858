package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NotATable;
import app.chancery.platform.decisions.TableReleases;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.WrittenTable.Column;
import app.chancery.readiness.WrittenTable.Row;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.Regions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Reads an edited policy table. It has to be what the one in use is but for its rules, and its
 * rules say what can be tried through: a condition is nothing, values, comparisons with a number or
 * ranges, and an answer a value. FEEL knows far more, such as functions and loops; a policy that
 * needs them is nobody's to check at a glance.
 */
@Service
public class PolicyFile {

  /** Of a form, where the file is handed in. */
  public static final String FIELD = "file";

  private static final String TEXT = "\"(?:[^\"\\\\]|\\\\[\"\\\\])*\"";
  private static final Pattern TEXTS = list(TEXT);
  private static final Pattern NUMBERS = list(NumberCondition.ONE);

  /** Half of those who write it mean one number with a decimal, the others two numbers. */
  private static final Pattern TWO_WAYS = Pattern.compile("\\d,\\d");

  private static final Pattern OTHER_SPACE = Pattern.compile("[\\h&&[^ \\t]]");

  /** Characters of a cell that is still matched. */
  private static final int PLAIN = 1_000;

  private static final Pattern ONE_FLAG = Pattern.compile("true|false");
  private static final Pattern ONE_TEXT = Pattern.compile(TEXT);
  private static final Pattern ONE_WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern ONE_NUMBER = Pattern.compile(NumberCondition.NUMBER);

  private final Regions regions;
  private final TableReleases releases;

  PolicyFile(Regions regions, TableReleases releases) {
    this.regions = regions;
    this.releases = releases;
  }

  /**
   * Whether a cell says what a file that is handed in may say: what an administrator deploys may
   * say more.
   */
  static boolean isPlain(String cell) {
    return cell.isEmpty()
        || cell.length() <= PLAIN
            && Stream.of(TEXTS, NUMBERS, ONE_FLAG).anyMatch(each -> each.matcher(cell).matches());
  }

  /** Whether a cell is a condition on a number that {@link NumberCondition} reads. */
  static boolean isOfNumbers(String cell) {
    return cell.length() <= PLAIN && NUMBERS.matcher(cell).matches();
  }

  private static Pattern list(String one) {
    String some = one + "(?:\\s*,\\s*" + one + ")*";
    return Pattern.compile("(?:" + some + "|not\\(\\s*" + some + "\\s*\\))");
  }

  /**
   * Which table a file is of.
   *
   * @param longestCell in characters
   * @param faults what is wrong is added to it, for {@link #FIELD}
   * @return null if anything is wrong
   */
  public PolicyTable check(byte[] file, int mostRules, int longestCell, Faults faults) {
    WrittenTable edited = WrittenTable.read(file, each -> faults.add(FIELD, each));
    if (edited == null) {
      return null;
    }
    PolicyTable table = Coded.find(PolicyTable.class, edited.id()).orElse(null);
    if (table == null || !table.code().equals(edited.id())) {
      faults.add(
          FIELD,
          Words.of("policyFile.whichTable")
              .formatted(PlainText.shown(edited.id()), String.join(", ", PolicyTable.ids())));
      return null;
    }
    WrittenTable used =
        WrittenTable.read(
            releases
                .file(
                    table.code(),
                    releases.inUse(List.of(table.code())).versions().get(table.code()))
                .orElseThrow(),
            each -> {});
    used.head()
        .forEach(
            (what, said) ->
                faults.check(
                    edited.head().get(what).equals(said),
                    FIELD,
                    Words.of("policyFile.head")
                        .formatted(what, said, PlainText.shown(edited.head().get(what)))));
    faults.check(
        edited.hitPolicy().equals(used.hitPolicy()),
        FIELD,
        Words.of("policyFile.hitPolicy").formatted(used.hitPolicy()));
    boolean same =
        columns("policyFile.inputs", edited.inputs(), used.inputs(), faults)
            & columns("policyFile.outputs", edited.outputs(), used.outputs(), faults);
    faults.check(
        !edited.rows().isEmpty() && edited.rows().size() <= mostRules,
        FIELD,
        Words.of("policyFile.rules").formatted(mostRules, edited.rows().size()));
    if (same && edited.rows().size() <= mostRules) {
      for (int count = 0; count < edited.rows().size(); count++) {
        checkRow(count + 1, edited.rows().get(count), used, longestCell, faults);
      }
    }
    if (faults.isEmpty()) {
      try {
        releases.tried(table.code(), file, null);
      } catch (NotATable no) {
        faults.add(FIELD, Words.of("policyFile.engine").formatted(no.getMessage()));
      }
    }
    return faults.isEmpty() ? table : null;
  }

  /** The tables as they would be with the file. */
  public DecisionTables tried(PolicyTable table, byte[] file, DecisionTables others) {
    return releases.tried(table.code(), file, others);
  }

  private static boolean columns(
      String key, List<Column> edited, List<Column> used, Faults faults) {
    Function<Column, String> same = each -> each.name() + ":" + each.type();
    return faults.check(
        edited.stream().map(same).toList().equals(used.stream().map(same).toList()),
        FIELD,
        Words.of(key)
            .formatted(
                used.stream()
                    .map(each -> each.name() + " (" + each.type() + ")")
                    .collect(Collectors.joining(", "))));
  }

  private void checkRow(int number, Row row, WrittenTable used, int longestCell, Faults faults) {
    if (!faults.check(
        row.conditions().size() == used.inputs().size()
            && row.answers().size() == used.outputs().size(),
        FIELD,
        Words.of("policyFile.cells").formatted(number))) {
      return;
    }
    for (int count = 0; count < row.conditions().size(); count++) {
      Column column = used.inputs().get(count);
      String cell = row.conditions().get(count);
      if (!cell.isEmpty()
          && isShort(number, column, cell, longestCell, faults)
          && faults.check(
              Cells.of(column).condition.matcher(cell).matches(),
              FIELD,
              at(number, column, cell, Words.of(notACondition(column, cell))))) {
        checkCodes(number, column, cell, codes(column, used), faults);
        checkNumbers(number, column, cell, faults);
      }
    }
    for (int count = 0; count < row.answers().size(); count++) {
      int which = count;
      Column column = used.outputs().get(count);
      String cell = row.answers().get(count);
      if (cell.isEmpty()) {
        faults.check(
            used.rows().stream().anyMatch(each -> each.answers().get(which).isEmpty()),
            FIELD,
            at(number, column, cell, Words.of("form.required")));
      } else if (isShort(number, column, cell, longestCell, faults)
          && faults.check(
              Cells.of(column).answer.matcher(cell).matches(),
              FIELD,
              at(number, column, cell, Words.of(Cells.of(column).answerInWords)))) {
        checkCodes(number, column, cell, codes(column, used), faults);
      }
    }
  }

  /** A longer one nobody can check at a glance; matching it would take more than a thread has. */
  private static boolean isShort(
      int number, Column column, String cell, int longest, Faults faults) {
    return faults.check(
        cell.length() <= longest,
        FIELD,
        at(
            number,
            column,
            cell.substring(0, Math.min(cell.length(), 60)),
            Words.of("policyFile.long").formatted(longest, cell.length())));
  }

  /** What is pasted from elsewhere looks as it should, with a space that is none. */
  private static String notACondition(Column column, String cell) {
    return OTHER_SPACE.matcher(cell).find()
        ? "policyFile.space"
        : Cells.of(column).conditionInWords;
  }

  /** A rule that nothing can meet is not meant. */
  private static void checkNumbers(int number, Column column, String cell, Faults faults) {
    if (!Cells.of(column).isOfNumbers()) {
      return;
    }
    faults.check(
        !TWO_WAYS.matcher(cell).find(),
        FIELD,
        at(number, column, cell, Words.of("policyFile.twoWays")));
    NumberCondition condition = NumberCondition.of(cell);
    if (faults.check(
            condition.stretches().stream().noneMatch(NumberCondition.Stretch::isEmpty),
            FIELD,
            at(number, column, cell, Words.of("policyFile.emptyRange")))
        && isScore(column)) {
      faults.check(
          IntStream.rangeClosed(Scores.LEAST, Scores.MOST).anyMatch(condition::isMetBy),
          FIELD,
          at(
              number,
              column,
              cell,
              Words.of("policyFile.noScore").formatted(Scores.LEAST, Scores.MOST)));
    }
  }

  private static boolean isScore(Column column) {
    return Arrays.stream(Dimension.values()).anyMatch(each -> each.field().equals(column.name()));
  }

  private static void checkCodes(
      int number, Column column, String cell, Set<String> codes, Faults faults) {
    if (Cells.of(column) == Cells.TEXT && !codes.isEmpty()) {
      texts(cell)
          .filter(each -> !codes.contains(each))
          .forEach(
              unknown ->
                  faults.add(
                      FIELD,
                      at(
                          number,
                          column,
                          unknown,
                          Words.of("policyFile.code").formatted(String.join(", ", codes)))));
    }
  }

  private static Stream<String> texts(String cell) {
    Matcher texts = ONE_TEXT.matcher(cell);
    return texts.results().map(each -> each.group().substring(1, each.group().length() - 1));
  }

  private static String at(int row, Column column, String cell, String why) {
    return Words.of("policyFile.at")
        .formatted(
            row,
            column.label().isEmpty() ? column.name() : PlainText.shown(column.label()),
            PlainText.shown(cell),
            why);
  }

  /** What the cells of a column of some type say. */
  private enum Cells {
    TEXT(TEXTS, "policyFile.condition.text", ONE_TEXT, "policyFile.answer.text"),
    FLAG(ONE_FLAG, "policyFile.condition.flag", ONE_FLAG, "policyFile.answer.flag"),
    WHOLE(NUMBERS, "policyFile.condition.number", ONE_WHOLE, "policyFile.answer.whole"),
    NUMBER(NUMBERS, "policyFile.condition.number", ONE_NUMBER, "policyFile.answer.number");

    private final Pattern condition;
    private final String conditionInWords;
    private final Pattern answer;
    private final String answerInWords;

    Cells(Pattern condition, String conditionInWords, Pattern answer, String answerInWords) {
      this.condition = condition;
      this.conditionInWords = conditionInWords;
      this.answer = answer;
      this.answerInWords = answerInWords;
    }

    boolean isOfNumbers() {
      return condition == NUMBERS;
    }

    static Cells of(Column column) {
      return switch (column.type()) {
        case "string" -> TEXT;
        case "boolean" -> FLAG;
        case "integer", "long" -> WHOLE;
        default -> NUMBER;
      };
    }
  }

  /** What a column of codes may say; empty for one of free text. */
  private Set<String> codes(Column column, WrittenTable used) {
    return switch (column.name()) {
      case "region" -> of(regions.regions().keySet().stream());
      case "dimension" -> of(Arrays.stream(Dimension.values()).map(Dimension::field));
      case "indicator" -> of(Arrays.stream(IndicatorName.values()).map(IndicatorName::field));
      case "tier", "limitsTo" -> of(Arrays.stream(Tier.values()).map(Tier::code));
      case "instrument" -> of(Arrays.stream(Instrument.values()).map(Instrument::code));
      case "kind" -> of(Arrays.stream(MilestoneKind.values()).map(MilestoneKind::code));
      case "part", "cost", "item", "rule" -> of(inUse(column, used));
      default -> Set.of();
    };
  }

  /** What the office knows of such codes is in the rules of the table in use. */
  private static Stream<String> inUse(Column column, WrittenTable used) {
    int answer = used.outputs().indexOf(column);
    int condition = used.inputs().indexOf(column);
    return used.rows().stream()
        .map(row -> answer >= 0 ? row.answers().get(answer) : row.conditions().get(condition))
        .flatMap(PolicyFile::texts);
  }

  private static Set<String> of(Stream<String> codes) {
    return codes.collect(Collectors.toCollection(TreeSet::new));
  }
}
