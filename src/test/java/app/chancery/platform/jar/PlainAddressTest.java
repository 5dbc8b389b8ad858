package app.chancery.platform.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.xml.XMLConstants;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTest {

  private static final String SCHEMA =
      """
      <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">%s</xsd:schema>
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "jar:file:/a/Müller/b.jar!/c.xsd, jar:file:/a/M%C3%BCller/b.jar!/c.xsd",
    "jar:file:/a/%231!/b.jar!/c.xsd, jar:file:/a/%231%21/b.jar!/c.xsd",
    "jar:file:/a!/!/b!.jar!/, jar:file:/a%21/%21/b!.jar!/",
    "file:/日本/c.xsd, file:/%E6%97%A5%E6%9C%AC/c.xsd"
  })
  void whatSomeLibrariesDoNotUnderstandIsEscaped(String given, String plain) throws IOException {
    assertThat(PlainAddress.of(new URL(given))).hasToString(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jar:file:/a%20b/%2520/%23/b.jar!/c%21.xsd",
        "jar:file:/b!c/b.jar!/",
        "file:/a!b/c"
      })
  void aPlainAddressStaysTheSame(String plain) throws IOException {
    URL address = new URL(plain);

    assertThat(PlainAddress.of(address)).isSameAs(address);
    assertThat(PlainAddress.of(null)).isNull();
  }

  /** As the models' schemas do, this one takes in another that lies beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"Müller", "#1!", "a%20b c", "日本", "!", "100 %+&;=@~"})
  void aSchemaInAJarIsFoundWhateverTheFolderIsCalled(String name) throws Exception {
    URL jar = jar(Files.createDirectories(folder.resolve(name)));

    try (URLClassLoader plain =
            new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        QuickClasses quick = new QuickClasses(plain)) {
      assertThat(
              SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                  .newSchema(quick.getResource("one.xsd")))
          .isNotNull();
      try (InputStream text = Collections.list(quick.getResources("two.xsd")).get(0).openStream()) {
        assertThat(text.readAllBytes()).asString().contains("two");
      }
    }
  }

  /** The JVM's own loader has what lies in the jar itself, and addresses of its own. */
  @Test
  void whatTheParentFindsHasAPlainAddressToo() throws IOException {
    URL jar = jar(Files.createDirectories(folder.resolve("#1!")));

    try (URLClassLoader parent =
            new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        URLClassLoader nothing = new URLClassLoader(new URL[0], parent);
        QuickClasses quick = new QuickClasses(nothing);
        InputStream text = quick.getResourceAsStream("two.xsd")) {
      assertThat(text.readAllBytes()).asString().contains("two");
    }
  }

  /** With its address as Spring Boot writes it. */
  private static URL jar(Path folder) throws IOException {
    Map<String, String> schemas =
        Map.of(
            "one.xsd",
            SCHEMA.formatted(
                "<xsd:include schemaLocation=\"two.xsd\"/><xsd:element name=\"a\" type=\"two\"/>"),
            "two.xsd",
            SCHEMA.formatted(
                "<xsd:simpleType name=\"two\"><xsd:restriction base=\"xsd:string\"/>"
                    + "</xsd:simpleType>"));
    Path file = folder.resolve("schemas.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        jar.putNextEntry(new JarEntry(schema.getKey()));
        jar.write(schema.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return new URL("jar:file:" + file.toUri().getRawPath() + "!/");
  }
}
