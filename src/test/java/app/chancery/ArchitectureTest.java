package app.chancery;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import com.microsoft.playwright.Page;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The structure of the code as rules that fail the build. */
class ArchitectureTest {

  private final JavaClasses main = OurClasses.main();
  private final JavaClasses tests = OurClasses.tests();

  /** The classes that make a day, a time or a number of a text, each with its reason. */
  private static final Map<String, String> MAY_PARSE =
      Map.ofEntries(
          Map.entry("app.chancery.platform.time.Dates", "the reader of days"),
          Map.entry("app.chancery.platform.time.Moments", "the reader of days with a time"),
          Map.entry("app.chancery.platform.refusal.Figures", "the reader of numbers"),
          Map.entry("app.chancery.oversight.Quarter", "the reader of quarters"),
          Map.entry("app.chancery.desk.outcomes.OutcomesQuery", "a year of four digits"),
          Map.entry("app.chancery.platform.web.ParameterGate", "digits that are a number or none"),
          Map.entry("app.chancery.platform.time.WorkingDays", "holidays of the settings"),
          Map.entry("app.chancery.platform.audit.Anchors", "a file of the office's own"),
          Map.entry("app.chancery.readiness.AlwaysHolds", "a policy table"),
          Map.entry("app.chancery.readiness.NumberCondition", "a policy table"),
          Map.entry("app.chancery.platform.decisions.TableVersions", "a text of the office's own"),
          Map.entry("app.chancery.documents.PaperPictures", "a picture that the office drew"),
          Map.entry("app.chancery.platform.engine.WholeDays", "a policy table"),
          Map.entry("app.chancery.stakeholders.StakeholdersBriefing", "an id of the office's own"),
          Map.entry("app.chancery.diplomacy.DiplomacyBriefing", "an id of the office's own"),
          Map.entry("app.chancery.integration.IntegrationBriefing", "an id of the office's own"),
          Map.entry("app.chancery.oversight.ReviewBriefing", "an id of the office's own"));

  private static final DescribedPredicate<JavaClass> LISTENER =
      assignableTo("org.camunda.bpm.engine.delegate.ExecutionListener")
          .or(assignableTo("org.camunda.bpm.engine.delegate.TaskListener"));

  private static final DescribedPredicate<JavaClass> WHAT_A_MODEL_CALLS =
      assignableTo("org.camunda.bpm.engine.delegate.JavaDelegate").or(LISTENER);

  /** The classes of the office's side of a process, with nothing that is nested in them. */
  private static final DescribedPredicate<JavaClass> TASKS =
      simpleNameEndingWith("Tasks").and(resideInAPackage("app.chancery..process"));

  private static final ArchRule NOBODY_SLEEPS =
      noClasses().should().accessTargetWhere(describe("it sleeps", ArchitectureTest::sleeps));

  private static final Pattern DECIDES =
      Pattern.compile(
          "\\b(?:if|for|while|do|switch|try|catch|throw)\\b|\\s\\?\\s|\\.(?:forEach|ifPresent\\w*)\\b");

  private static final Pattern TURNS_INTO_BPMN_ERROR =
      Pattern.compile(
          "\\btry (?=\\{)|\\bcatch \\(\\w+ \\w+\\) \\{\\s*throw new BpmnError\\([^;]*;\\s*}");

  /** The way to another engine must stay short. */
  @Test
  void onlyProcessPackagesEngineAndSecurityKnowTheEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "app.chancery..process..",
            "app.chancery.platform.engine..",
            "app.chancery.platform.security..",
            "app.chancery.platform.signon..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.camunda..")
        .check(main);
  }

  /** Who there is knows nothing of how they come in, and that nothing of what they may do. */
  @Test
  void peopleAreBelowTheSignOnAndThatIsBelowWhatTheyMayDo() {
    noClasses()
        .that()
        .resideInAPackage("app.chancery.platform.people..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("app.chancery.platform.signon..", "app.chancery.platform.security..")
        .check(main);
    noClasses()
        .that()
        .resideInAPackage("app.chancery.platform.signon..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.chancery.platform.security..")
        .check(main);
  }

  @Test
  void processPackagesAreClosed() {
    classes()
        .that()
        .resideInAPackage("app.chancery..process..")
        .should()
        .bePackagePrivate()
        .orShould()
        .bePrivate()
        .check(main);
  }

  /** Step 6 reviews what step 5 does; everything but values comes through one door. */
  @Test
  void oversightHasOneWayIntoIntegration() {
    noClasses()
        .that()
        .resideInAPackage("app.chancery.oversight..")
        .should()
        .dependOnClassesThat(
            describe(
                "are services of integration other than Progress",
                target ->
                    target.getPackageName().equals("app.chancery.integration")
                        && !target.isRecord()
                        && !target.isEnum()
                        && !target.getSimpleName().equals("Progress")))
        .check(main);
  }

  /** It can be switched off, and so it can be taken away. */
  @Test
  void nobodyKnowsWhatMakesTheEngineFast() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.chancery.platform.engine.fast..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("app.chancery.platform.engine.fast..")
        .check(main);
  }

  /**
   * Rehearsals, tests and replays set the clock; whoever asks another one is not with them. Whether
   * the machine's own is right is asked of that one.
   */
  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("app.chancery.platform.engine.EngineClock")
        .and()
        .doNotHaveFullyQualifiedName("app.chancery.platform.database.SharedClock")
        .should()
        .callMethodWhere(
            describe("it asks for the time without a clock", ArchitectureTest::asksForTheTime))
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .callMethodWhere(
            describe(
                "it asks a calendar for the time",
                call ->
                    call.getTargetOwner().isEquivalentTo(Calendar.class)
                        && call.getName().equals("getInstance")))
        .check(main);
  }

  /** What day it is depends on where one stands: the office stands where the alliance does. */
  @Test
  void aDayIsThatOfTheAlliancesCalendar() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.chancery.platform.time")
        .should()
        .callMethodWhere(describe("it makes a day by itself", ArchitectureTest::makesADay))
        .check(main);
  }

  /**
   * What somebody handed in is read by the one reader of its kind, which refuses what can be read
   * in two ways; the parsers of Java take {@code 0x1p3}, {@code +1} and other digits.
   */
  @Test
  void daysNumbersAndTimesAreReadByTheirReadersAlone() {
    List<String> parsing =
        main.stream()
            .filter(each -> each.getAccessesFromSelf().stream().anyMatch(ArchitectureTest::parses))
            .map(each -> each.getFullName().replaceAll("\\$.*", ""))
            .distinct()
            .toList();

    assertThat(parsing).containsExactlyInAnyOrderElementsOf(MAY_PARSE.keySet());
  }

  @Test
  void everyWayToParseIsSeen() {
    assertThat(
            tests.get(Parsers.class).getMethods().stream()
                .filter(
                    way -> way.getAccessesFromSelf().stream().noneMatch(access -> parses(access))))
        .isEmpty();
  }

  @Test
  void whatAClassNeedsComesThroughItsConstructor() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .check(main);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("app.chancery.rehearsal.commandline..", "app.chancery")
        .should(ACCESS_STANDARD_STREAMS)
        .check(main);
  }

  /** A process and its Java side are read side by side; there is one place to look. */
  @Test
  void whatAProcessHasDoneIsABeanMethodOfItsTasks() {
    noClasses()
        .that()
        .resideOutsideOfPackage("app.chancery.platform.engine..")
        .should(implementWhatAModelCalls())
        .check(main);
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("app.chancery.platform.engine..")
        .and()
        .areNotPrivate()
        .and()
        .haveRawReturnType(WHAT_A_MODEL_CALLS)
        .should()
        .beAnnotatedWith(Bean.class)
        .andShould()
        .beDeclaredInClassesThat(TASKS)
        .check(main);
    classes()
        .that(TASKS)
        .should()
        .resideInAPackage("app.chancery..process")
        .andShould()
        .beAnnotatedWith(Configuration.class)
        .andShould()
        .bePackagePrivate()
        .check(main);
  }

  /** A listener that sets variables is a step that no diagram shows. */
  @Test
  void listenersSetNoVariables() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("app.chancery.platform.engine..")
        .and()
        .haveRawReturnType(LISTENER)
        .should(notSetVariables())
        .check(main);
  }

  /** What each does: read, call, write. Who decides is the domain or the diagram. */
  @Test
  void tasksAreShortAndStateless() {
    assertThat(main.that(TASKS).stream().flatMap(each -> each.getFields().stream()))
        .as("fields of tasks")
        .isEmpty();
    List<String> tooLong =
        main.that(TASKS).stream()
            .flatMap(each -> each.getMethods().stream())
            .filter(method -> lines(method) > 25)
            .map(method -> method.getFullName() + " has " + lines(method) + " lines")
            .sorted()
            .toList();
    assertThat(tooLong).as("tasks of more than about ten lines").isEmpty();
  }

  @Test
  void tasksLeaveLogsQueriesAndConnectionsToOthers() {
    noClasses()
        .that(TASKS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.slf4j..",
            "java.util.logging..",
            "java.sql..",
            "javax.sql..",
            "org.springframework.jdbc..",
            "org.springframework.web..",
            "java.net..")
        .check(main);
  }

  /** The only catch turns one refusal of the business into one error of the diagram. */
  @Test
  void tasksDecideAndRepeatNothing() {
    List<String> deciding =
        main.that(TASKS).stream()
            .map(ArchitectureTest::source)
            .flatMap(
                file ->
                    DECIDES
                        .matcher(TURNS_INTO_BPMN_ERROR.matcher(code(file)).replaceAll(""))
                        .results()
                        .map(found -> file.getFileName() + ": " + found.group().strip()))
            .toList();
    assertThat(deciding).as("choices and loops among the tasks").isEmpty();
  }

  /** A choice has a code for programs and a word for people; its name in the source is neither. */
  @Test
  void aChoiceIsNotWrittenByItsNameInTheSource() {
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "it writes the name of a constant",
                call ->
                    call.getName().equals("toString")
                        && call.getTargetOwner().isAssignableTo(Coded.class)))
        .check(main);
  }

  @Test
  void namesSayWhatAThingIsNotThatItIsAThing() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Common|Manager|Helper|Abstract[A-Z]\\w*)")
        .orShould()
        .resideInAnyPackage("..impl..", "..util..", "..common..", "..manager..", "..helper..")
        .check(main);
  }

  /**
   * A class of several columns as the goal of a query makes Spring look for columns by the names of
   * its components, and each name that is not there is an exception.
   */
  @Test
  void columnsAreNamedAndNotGuessed() {
    for (JavaClasses all : List.of(main, tests)) {
      noClasses()
          .should()
          .callMethodWhere(
              describe("it guesses columns by names", ArchitectureTest::guessesColumns))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.springframework\\.jdbc\\.core\\.(DataClass|BeanProperty|SimpleProperty)RowMapper")
          .check(all);
    }
  }

  /** Models and decision tables have them too; that these exist is looked at with the models. */
  @Test
  void groupsAreNamedInOnePlace() throws IOException {
    List<String> names =
        Arrays.stream(Groups.class.getFields())
            .map(field -> "\"%s\"".formatted(value(field)))
            .toList();
    assertThat(names).contains("\"analysts\"");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<String> elsewhere =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("Groups.java"))
              .flatMap(
                  file ->
                      names.stream()
                          .filter(read(file)::contains)
                          .map(name -> file.getFileName() + " has " + name))
              .toList();
      assertThat(elsewhere).as("names of groups").isEmpty();
    }
  }

  /** Who waits, waits for something and not for ever: Awaitility does, without its pauses. */
  @Test
  void nobodySleeps() {
    NOBODY_SLEEPS.check(main);
    NOBODY_SLEEPS.check(
        tests.that(
            describe("are no sleepers", type -> !isSleeper(type) && !isMeasuredByPauses(type))));
  }

  /** A person of the load that is measured rests as people do, and nothing is waited for by it. */
  private static boolean isMeasuredByPauses(JavaClass type) {
    return type.getName().equals("app.chancery.bench.Colleague");
  }

  @Test
  void everyWayToSleepIsSeen() {
    JavaClasses sleepers = tests.that(describe("are sleepers", ArchitectureTest::isSleeper));
    List<String> ways =
        Arrays.stream(Sleepers.class.getDeclaredMethods())
            .filter(way -> !way.isSynthetic())
            .map(Method::getName)
            .toList();
    String seen = NOBODY_SLEEPS.evaluate(sleepers).getFailureReport().toString();

    assertThat(ways).hasSizeGreaterThan(10).allMatch(way -> seen.contains("." + way + "("));
  }

  @Test
  void namesOfTestsAreFacts() {
    methods()
        .that()
        .areAnnotatedWith(Test.class)
        .should()
        .haveNameNotMatching("(test|should)[A-Z_0-9].*")
        .check(tests);
  }

  private static ArchCondition<JavaClass> implementWhatAModelCalls() {
    return ArchCondition.from(
        describe("implement what a model calls", each -> WHAT_A_MODEL_CALLS.test(each)));
  }

  private static ArchCondition<JavaMethod> notSetVariables() {
    return ArchCondition.from(
        describe(
            "set no variables",
            method ->
                method.getMethodCallsFromSelf().stream()
                    .noneMatch(call -> call.getName().startsWith("setVariable"))));
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path source(JavaClass type) {
    return Path.of("src/main/java", type.getFullName().replace('.', '/') + ".java");
  }

  /** The code of a file without its comments and its texts. */
  private static String code(Path file) {
    return read(file)
        .replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "")
        .replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "\"\"");
  }

  /** Whether a query is to make objects of a class, where the code names a record. */
  private static boolean guessesColumns(JavaCall<?> call) {
    return call.getTargetOwner().isAssignableTo(JdbcClient.StatementSpec.class)
        && call.getName().equals("query")
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(each -> each.isEquivalentTo(Class.class))
        && call.getOrigin().getReferencedClassObjects().stream()
            .anyMatch(goal -> goal.getValue().isRecord());
  }

  private static boolean isSleeper(JavaClass type) {
    return type.isEquivalentTo(Sleepers.class);
  }

  private static boolean sleeps(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getName();
    boolean ofOurs = owner.getPackageName().startsWith("app.chancery");
    boolean waitsForAWhile =
        owner.isEquivalentTo(Object.class)
            && name.equals("wait")
            && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget wait
            && !wait.getRawParameterTypes().isEmpty();
    return !ofOurs && name.startsWith("sleep")
        || owner.isAssignableTo(Thread.class) && Set.of("yield", "onSpinWait").contains(name)
        || owner.isEquivalentTo(LockSupport.class) && name.matches("park(Nanos|Until)")
        || owner.isAssignableTo(CompletableFuture.class)
            && Set.of("delayedExecutor", "completeOnTimeout").contains(name)
        || (owner.isAssignableTo(ScheduledExecutorService.class)
                || owner.isEquivalentTo(Timer.class))
            && name.startsWith("schedule")
        || owner.getPackageName().startsWith("org.awaitility")
            && name.matches("pollDelay|setDefaultPollDelay|during|atLeast|between")
        || owner.getPackageName().startsWith("com.microsoft.playwright")
            && name.equals("waitForTimeout")
        || waitsForAWhile;
  }

  /** What {@link #nobodySleeps()} must see; nobody calls it. */
  @SuppressWarnings("unused")
  private static final class Sleepers {

    void sleepsInAThread() throws InterruptedException {
      Thread.sleep(1);
    }

    void sleepsWithNanoseconds() throws InterruptedException {
      Thread.sleep(1, 1);
    }

    void sleepsInAUnit() throws InterruptedException {
      TimeUnit.SECONDS.sleep(1);
    }

    Object sleepsByItsName() {
      Sleep sleep = Thread::sleep;
      return sleep;
    }

    Runnable sleepsInALambda() {
      return () -> LockSupport.parkNanos(1);
    }

    void parksUntil() {
      LockSupport.parkUntil(1);
    }

    synchronized void waitsOnAMonitor() throws InterruptedException {
      wait(1);
    }

    synchronized void waitsWithNanoseconds() throws InterruptedException {
      wait(1, 1);
    }

    void spins() {
      Thread.onSpinWait();
    }

    void delays() {
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> {});
    }

    void completesLater() {
      new CompletableFuture<String>().completeOnTimeout("", 1, TimeUnit.SECONDS);
    }

    void schedules(ScheduledExecutorService later) {
      later.schedule(() -> {}, 1, TimeUnit.SECONDS);
    }

    void polls() {
      Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }

    void pausesInTheBrowser(Page page) {
      page.waitForTimeout(1);
    }

    private interface Sleep {
      void sleep(long millis) throws InterruptedException;
    }
  }

  /** Of a text, a number or a moment. */
  private static boolean parses(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean ofText =
        access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
            && target.getRawParameterTypes().stream()
                .anyMatch(
                    each ->
                        each.isEquivalentTo(String.class)
                            || each.isEquivalentTo(CharSequence.class));
    boolean number =
        (owner.isAssignableTo(Number.class) || owner.getName().equals("java.text.NumberFormat"))
            && access.getName().matches("parse.*|valueOf|decode|<init>");
    boolean moment =
        owner.getPackageName().startsWith("java.time") && access.getName().startsWith("parse");
    return ofText && (number || moment);
  }

  /** What {@link #daysNumbersAndTimesAreReadByTheirReadersAlone()} must see; nobody calls it. */
  @SuppressWarnings("unused")
  private static final class Parsers {

    Object aDay(String text) {
      return LocalDate.parse(text);
    }

    Object daysByTheirName(Stream<String> texts) {
      return texts.map(OffsetDateTime::parse).toList();
    }

    Object aNumber(String text) {
      return Double.parseDouble(text);
    }

    Object aBoxedNumber(String text) {
      return Integer.valueOf(text);
    }

    Object aNumberOfAnyBase(String text) {
      return Long.decode(text);
    }

    Object aLongNumber(String text) {
      return new BigDecimal(text);
    }

    Object longNumbersByTheirName(Stream<String> texts) {
      return texts.map(BigDecimal::new).toList();
    }

    Object aFormattedDay(String text) {
      return DateTimeFormatter.ISO_DATE.parse(text);
    }
  }

  private static boolean asksForTheTime(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    AccessTarget.CodeUnitCallTarget target = call.getTarget();
    boolean now =
        owner.getPackageName().equals("java.time")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(each -> each.isEquivalentTo(Clock.class));
    boolean systemClock =
        owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system");
    boolean millis =
        owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis");
    return now || systemClock || millis;
  }

  /** Of the clock, or of a moment that has a time zone or an offset. */
  private static boolean makesADay(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    String name = call.getName();
    boolean local =
        Stream.of(LocalDate.class, LocalDateTime.class, YearMonth.class, MonthDay.class, Year.class)
            .anyMatch(owner::isEquivalentTo);
    boolean zoned =
        Stream.of(OffsetDateTime.class, ZonedDateTime.class).anyMatch(owner::isEquivalentTo);
    return local && Set.of("now", "ofInstant", "ofEpochSecond").contains(name)
        || zoned && name.startsWith("toLocalDate");
  }

  /** From its first line to the last one that does something. */
  private static int lines(JavaMethod method) {
    int first = method.getSourceCodeLocation().getLineNumber();
    return method.getAccessesFromSelf().stream()
        .mapToInt(access -> access.getLineNumber() - first + 1)
        .max()
        .orElse(0);
  }
}
