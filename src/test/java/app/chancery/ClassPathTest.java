package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What comes with Chancery, whoever brought it: docs/supply-chain.md says why each line is here.
 */
class ClassPathTest {

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*?)(-\\w+)?\\.jar");

  /** By their names; of two versions of one the lower. */
  private static final Map<String, String> JARS = jars();

  /**
   * Languages of expressions, of which the engine brings those of its decision tables and models.
   */
  @Test
  void noScriptOfAModelCanRun() {
    assertThat(new ScriptEngineManager().getEngineFactories())
        .extracting(ScriptEngineFactory::getLanguageName)
        .containsOnly("feel", "feel-unary-tests", "JSP 2.1 EL");
  }

  @ParameterizedTest
  @CsvSource({
    "tomcat-embed-core, 10.1.61",
    "jackson-databind, 2.21.6",
    "jackson-core, 2.21.6",
    "postgresql, 42.7.14",
    "commons-lang3, 3.20.0",
    "logback-core, 1.5.35",
    "snakeyaml, 2.0",
    "h2, 2.2.220",
    "spring-core, 6.2.19",
    "spring-boot, 3.5.16",
    "commons-io, 2.14.0",
    "nimbus-jose-jwt, 9.37.4",
    "json-smart, 2.5.2",
    "spring-security-core, 6.5.11",
    "camunda-engine, 7.24.0"
  })
  void nothingIsOlderThanItsLastKnownHole(String jar, String good) {
    assertThat(JARS).containsKey(jar);
    assertThat(Runtime.Version.parse(plain(JARS.get(jar))))
        .as(jar + " " + JARS.get(jar))
        .isGreaterThanOrEqualTo(Runtime.Version.parse(plain(good)));
  }

  /** Abandoned, or a way to run what somebody sends. */
  @Test
  void whatIsNeverToComeIsNotThere() {
    assertThat(JARS)
        .hasSizeGreaterThan(100)
        .doesNotContainKeys(
            "commons-collections",
            "xstream",
            "log4j",
            "log4j-core",
            "groovy",
            "groovy-jsr223",
            "jython-standalone",
            "jruby-complete",
            "nashorn-core",
            "js",
            "graal-sdk",
            "bsh",
            "ognl",
            "velocity",
            "freemarker");
  }

  /** Or models, tables and documents would be read in tests by something else than in an office. */
  @Test
  void nothingReplacesTheXmlOfTheJdk() {
    assertThat(
            List.of(
                DocumentBuilderFactory.newInstance(),
                SAXParserFactory.newInstance(),
                XMLInputFactory.newInstance(),
                TransformerFactory.newInstance(),
                XPathFactory.newInstance(),
                SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)))
        .allSatisfy(
            found -> assertThat(found.getClass().getModule().getName()).isEqualTo("java.xml"));
  }

  private static Map<String, String> jars() {
    Map<String, String> jars = new TreeMap<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(path -> JAR.matcher(new File(path).getName()))
        .filter(Matcher::matches)
        .forEach(jar -> jars.merge(jar.group(1), jar.group(2), ClassPathTest::lower));
    return jars;
  }

  private static String lower(String one, String other) {
    return Runtime.Version.parse(plain(one)).compareTo(Runtime.Version.parse(plain(other))) < 0
        ? one
        : other;
  }

  /** Its numbers alone, without zeros at the end, which Java's own versions do not take. */
  private static String plain(String version) {
    String numbers = version.replaceFirst("[^\\d.].*", "").replaceFirst("\\.$", "");
    return List.of(numbers.split("\\.")).stream()
        .map(number -> String.valueOf(Long.parseLong(number)))
        .reduce((left, right) -> left + "." + right)
        .orElseThrow()
        .replaceFirst("(\\.0)+$", "");
  }
}
