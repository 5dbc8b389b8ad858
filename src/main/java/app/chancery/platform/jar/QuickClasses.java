package app.chancery.platform.jar;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds classes in the jars within the jar, as Spring Boot's own loader does, in a fraction of the
 * time. That one asks the jars one after the other, by an address made for each question, and finds
 * a class in the 82nd on average; this one looks first where the last class of the same package
 * was, and asks the jars themselves, for resources too. The addresses of these are plain.
 */
public final class QuickClasses extends URLClassLoader {

  private static final String OF_SPRING_BOOT =
      "org.springframework.boot.loader.launch.LaunchedClassLoader";

  /** What stands in an address as it is, and leads nowhere but to itself. */
  private static final Pattern NAME = Pattern.compile("(?:[\\w$-][\\w$.-]*/)*[\\w$-][\\w$.-]*");

  static {
    registerAsParallelCapable();
  }

  private final URLClassLoader resources;
  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Source> lastOfPackage = new ConcurrentHashMap<>();

  /**
   * @param loader of jars alone; this one finds the same, in the same order
   */
  QuickClasses(URLClassLoader loader) throws IOException {
    super(
        Arrays.stream(loader.getURLs()).map(PlainAddress::of).toArray(URL[]::new),
        loader.getParent());
    resources = loader;
    for (URL url : getURLs()) {
      URLConnection connection = url.openConnection();
      connection.setUseCaches(false);
      sources.add(
          new Source(
              ((JarURLConnection) connection).getJarFile(),
              url,
              new CodeSource(url, (CodeSigner[]) null)));
    }
  }

  private record Source(JarFile jar, URL url, CodeSource code) {

    URL address(String name) {
      try {
        return new URL(url, name);
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * If the program was started as a jar with jars in it, begins again with its classes found
   * quickly.
   *
   * @param program has the {@code main} that calls this
   * @return whether it did; if not, nothing has happened
   */
  public static boolean ran(Class<?> program, String... arguments)
      throws IOException, ReflectiveOperationException {
    ClassLoader loader = program.getClassLoader();
    if (!loader.getClass().getName().equals(OF_SPRING_BOOT)
        || !(loader instanceof URLClassLoader jars)
        || !Arrays.stream(jars.getURLs()).allMatch(url -> url.getProtocol().equals("jar"))) {
      return false;
    }
    // Needed as long as the JVM lives.
    @SuppressWarnings("resource")
    ClassLoader quick = new QuickClasses(jars);
    Thread.currentThread().setContextClassLoader(quick);
    Class.forName(program.getName(), true, quick)
        .getMethod("main", String[].class)
        .invoke(null, (Object) arguments);
    return true;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    String inPackage = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
    Source last = lastOfPackage.get(inPackage);
    JarEntry entry = last == null ? null : last.jar().getJarEntry(path);
    if (entry != null) {
      return define(name, inPackage, last, entry);
    }
    for (Source source : sources) {
      entry = source.jar().getJarEntry(path);
      if (entry != null) {
        lastOfPackage.put(inPackage, source);
        return define(name, inPackage, source, entry);
      }
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> define(String name, String inPackage, Source source, JarEntry entry)
      throws ClassNotFoundException {
    try (InputStream bytes = source.jar().getInputStream(entry)) {
      if (getDefinedPackage(inPackage) == null) {
        define(inPackage, source);
      }
      byte[] read = bytes.readAllBytes();
      return defineClass(name, read, 0, read.length, source.code());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private void define(String inPackage, Source source) throws IOException {
    Manifest manifest = source.jar().getManifest();
    try {
      definePackage(inPackage, manifest == null ? new Manifest() : manifest, source.url());
    } catch (IllegalArgumentException e) {
      if (getDefinedPackage(inPackage) == null) {
        throw e;
      }
      // Another thread has defined it meanwhile.
    }
  }

  /** Also of what the parent finds. */
  @Override
  public URL getResource(String name) {
    return PlainAddress.of(super.getResource(name));
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return Collections.enumeration(
        Collections.list(super.getResources(name)).stream().map(PlainAddress::of).toList());
  }

  @Override
  public URL findResource(String name) {
    return NAME.matcher(name).matches()
        ? withResource(name).findFirst().map(source -> source.address(name)).orElse(null)
        : resources.findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    return NAME.matcher(name).matches()
        ? Collections.enumeration(withResource(name).map(source -> source.address(name)).toList())
        : resources.findResources(name);
  }

  private Stream<Source> withResource(String name) {
    return sources.stream().filter(source -> source.jar().getJarEntry(name) != null);
  }
}
