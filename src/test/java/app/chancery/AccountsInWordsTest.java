package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.people.Signatures;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records keep the account of whoever acted; people read name and function. So whoever takes the
 * account out of a record either writes or sends it as the code it is, or makes a signature of it.
 */
class AccountsInWordsTest {

  private final JavaClasses main = OurClasses.main();

  /** The only text of a record that ends like an account and is none. */
  private static final String MEASURE = "measuredBy";

  /** Those for whom the account is a code, each with its reason. */
  private static final Map<String, String> MAY_TELL_CODES =
      Map.of(
          "app.chancery.desk.portfolio.ProgrammeViews", "REST",
          "app.chancery.documents.DeliverableView", "REST",
          "app.chancery.documents.DeliverableEntry", "REST",
          "app.chancery.rehearsal.commandline.JsonTimeline", "for programs",
          "app.chancery.rehearsal.commandline.TextTimeline", "a rehearsal has staff, no people");

  private static final Pattern ACTING = Pattern.compile("\\bauthor\\.(?:name|account)\\(\\)");

  private static final Pattern SIGNED =
      Pattern.compile("signatures\\.of\\(author\\.(?:name|account)\\(\\)\\)");

  private static final Pattern IN_A_TEXT =
      Pattern.compile(
          "\\+\\s*author\\.|author\\.(?:name|account)\\(\\)\\s*\\+"
              + "|formatted\\((?:[^()]*,)?\\s*author\\.");

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");

  private static final Pattern ACCOUNT = Pattern.compile("\\w+\\.[a-z]+By\\b");

  /** Where a signature is made of it, where it is only asked for, and keys of words. */
  private static final Pattern NOT_SHOWN =
      Pattern.compile(
          "@signatures\\.of(?:Holder)?\\([^)]*\\)|th:(?:if|unless)=\"[^\"]*\"|#\\{[\\w.]+");

  /** What is no account: names that a view has made of accounts, and attributes of a field. */
  private static final Set<String> NAMES_ALREADY =
      Set.of("round.circulatedBy", "part.describedBy", "part.readBy");

  @Test
  void whoeverShowsTheAccountOfARecordShowsNameAndFunction() {
    Set<String> accounts = accounts();
    assertThat(accounts).contains("decidedBy", "openedBy", "approvedBy", "statedBy");

    List<String> bare =
        main.stream()
            .filter(each -> !MAY_TELL_CODES.containsKey(each.getName()))
            .filter(each -> !writes(each))
            .filter(each -> reads(each, accounts))
            .filter(each -> !uses(each, Signatures.class.getName()))
            .map(JavaClass::getName)
            .toList();

    assertThat(bare).as("classes that show accounts as they are").isEmpty();
  }

  @Test
  void noTemplateShowsAnAccountAsItIs() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      for (Path template : files.filter(file -> file.toString().endsWith(".html")).toList()) {
        String shown = NOT_SHOWN.matcher(Files.readString(template)).replaceAll("");
        assertThat(ACCOUNT.matcher(shown).results().map(MatchResult::group))
            .as("accounts in %s; write ${@signatures.of(account)}", template)
            .isSubsetOf(NAMES_ALREADY);
      }
    }
  }

  /** A signature of a task has both accounts: who did it, and in whose place. */
  @Test
  void whoeverSignsForATaskSignsForTheAbsentToo() {
    List<String> signers =
        main.stream()
            .filter(each -> calls(each, "getAssignee", 0) && calls(each, "ofHolder", 2))
            .map(JavaClass::getName)
            .toList();
    assertThat(signers).hasSizeGreaterThan(2);

    assertThat(main)
        .filteredOn(each -> calls(each, "getAssignee", 0) && calls(each, "ofHolder", 1))
        .as("write signatures.ofHolder(task.getAssignee(), task.getOwner())")
        .isEmpty();
  }

  /** What is kept of who acts is {@link Author#name} alone, never a sentence with it. */
  @Test
  void noTextHasTheAccountOfWhoActsInIt() throws IOException {
    List<String> statements = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Stream.of(Files.readString(file).split(";"))
            .filter(each -> ACTING.matcher(each).find())
            .map(each -> file.getFileName() + ": " + each.strip())
            .forEach(statements::add);
      }
    }

    assertThat(statements).hasSizeGreaterThan(20);
    assertThat(statements)
        .as("write signatures.of(author.name())")
        .noneMatch(each -> IN_A_TEXT.matcher(SIGNED.matcher(each).replaceAll("")).find());
  }

  private static boolean calls(JavaClass each, String method, int parameters) {
    return each.getMethodCallsFromSelf().stream()
        .map(call -> call.getTarget())
        .filter(target -> target.getName().equals(method))
        .filter(target -> target.getRawParameterTypes().size() == parameters)
        .anyMatch(
            target ->
                method.equals("getAssignee") || target.getOwner().isEquivalentTo(Signatures.class));
  }

  /** The accessors of the records' accounts: what was done, and by whom. */
  private Set<String> accounts() {
    return main.stream()
        .filter(each -> each.isRecord())
        .flatMap(each -> each.getMethods().stream())
        .filter(method -> method.getRawParameterTypes().isEmpty())
        .filter(method -> method.getRawReturnType().isEquivalentTo(String.class))
        .map(method -> method.getName())
        .filter(name -> name.matches("[a-z]+By"))
        .filter(name -> !name.equals(MEASURE))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A register puts it into a table. */
  private static boolean writes(JavaClass each) {
    return uses(each, JdbcClient.class.getName());
  }

  private static boolean uses(JavaClass each, String type) {
    return each.getDirectDependenciesFromSelf().stream()
        .anyMatch(used -> used.getTargetClass().getName().equals(type));
  }

  private static boolean reads(JavaClass each, Set<String> accounts) {
    return each.getAccessesFromSelf().stream()
        .filter(access -> access.getTargetOwner().isRecord())
        .filter(access -> !access.getTargetOwner().equals(each))
        .anyMatch(access -> accounts.contains(access.getName()));
  }
}
