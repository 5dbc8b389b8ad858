package app.chancery.platform.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickClassesTest {

  private static final String FIRST = "app.chancery.platform.jar.InJars$First";
  private static final String SECOND = "app.chancery.platform.jar.InJars$Second";

  @TempDir Path folder;

  private URLClassLoader plain;
  private QuickClasses quick;

  @BeforeEach
  void twoJars() throws IOException {
    URL first = jar("first.jar", "1.2.3", List.of(InJars.First.class), "one");
    URL second = jar("second.jar", null, List.of(InJars.First.class, InJars.Second.class), "two");
    // Knows nothing of what lies on the class path of the test.
    plain = new URLClassLoader(new URL[] {first, second}, ClassLoader.getPlatformClassLoader());
    quick = new QuickClasses(plain);
  }

  @AfterEach
  void close() throws IOException {
    quick.close();
    plain.close();
  }

  @Test
  void aClassIsThatOfTheFirstJarThatHasIt() throws ClassNotFoundException {
    assertThat(quick.loadClass(FIRST).getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(plain.getURLs()[0]);
  }

  @Test
  void aPackageInTwoJarsIsFoundInBoth() throws ClassNotFoundException {
    assertThat(quick.loadClass(FIRST).getClassLoader()).isSameAs(quick);
    assertThat(quick.loadClass(SECOND).getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(plain.getURLs()[1]);
    assertThat(quick.loadClass(InJars.class.getName()).getClassLoader()).isSameAs(quick);
  }

  @Test
  void aPackageKnowsItsVersion() throws ClassNotFoundException {
    assertThat(quick.loadClass(FIRST).getPackage().getImplementationVersion()).isEqualTo("1.2.3");
  }

  @Test
  void aJarWithoutAManifestHasClassesToo() throws ClassNotFoundException, IOException {
    URL[] second = {plain.getURLs()[1]};
    try (URLClassLoader alone = new URLClassLoader(second, ClassLoader.getPlatformClassLoader());
        QuickClasses loader = new QuickClasses(alone)) {
      assertThat(loader.loadClass(SECOND).getPackage().getImplementationVersion()).isNull();
    }
  }

  @Test
  void whatIsInNoJarIsNotFound() {
    assertThatThrownBy(() -> quick.loadClass("app.chancery.platform.jar.Nowhere"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("app.chancery.platform.jar.Nowhere");
    assertThatThrownBy(() -> quick.loadClass("Nowhere")).isInstanceOf(ClassNotFoundException.class);
    assertThat(quick.getResource("nowhere.txt")).isNull();
  }

  @Test
  void resourcesAreThoseOfAllJars() throws IOException {
    assertThat(quick.getURLs()).isEqualTo(plain.getURLs());
    try (InputStream resource = quick.getResourceAsStream("about.txt")) {
      assertThat(resource.readAllBytes()).asString().isEqualTo("one");
    }
    assertThat(Collections.list(quick.getResources("about.txt"))).hasSize(2);
  }

  @Test
  void anAddressIsThatOfAPlainLoaderWhateverAResourceIsCalled() throws IOException {
    for (String name :
        List.of(
            "about.txt",
            "META-INF/MANIFEST.MF",
            "a folder/with ü.txt",
            "some/folder",
            "some/folder/",
            "some/folder/.hidden",
            "some//folder/.hidden",
            "some/./folder/.hidden",
            "/about.txt",
            "nowhere",
            "")) {
      assertThat(quick.findResource(name)).as(name).isEqualTo(plain.findResource(name));
      assertThat(Collections.list(quick.findResources(name)))
          .as(name)
          .isEqualTo(Collections.list(plain.findResources(name)));
    }
    assertThat(quick.findResource("a folder/with ü.txt")).isNotNull();
  }

  @Test
  void whatWasNotStartedAsAJarStaysAsItIs() throws IOException, ReflectiveOperationException {
    assertThat(QuickClasses.ran(QuickClassesTest.class)).isFalse();
  }

  private URL jar(String name, String version, List<Class<?>> classes, String about)
      throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar =
            version == null ? new JarOutputStream(out) : new JarOutputStream(out, of(version))) {
      for (Class<?> each : classes) {
        add(each, jar);
      }
      add(InJars.class, jar);
      jar.putNextEntry(new JarEntry("about.txt"));
      jar.write(about.getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new JarEntry("a folder/with ü.txt"));
      jar.putNextEntry(new JarEntry("some/folder/"));
      jar.putNextEntry(new JarEntry("some/folder/.hidden"));
    }
    return new URL("jar:" + file.toUri() + "!/");
  }

  private static Manifest of(String version) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    return manifest;
  }

  private static void add(Class<?> type, JarOutputStream jar) throws IOException {
    String path = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(path));
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(path)) {
      bytes.transferTo(jar);
    }
  }
}
