package app.chancery;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.lang.ref.SoftReference;

/**
 * Our classes as the rules about them see them. They are read once for the tests of a JVM; no test
 * keeps them in a static field, since they fill a tenth of its memory.
 */
final class OurClasses {

  private static final OurClasses MAIN = new OurClasses(new DoNotIncludeTests());
  private static final OurClasses TESTS = new OurClasses(new OnlyIncludeTests());

  private final ImportOption which;
  private SoftReference<JavaClasses> read = new SoftReference<>(null);

  private OurClasses(ImportOption which) {
    this.which = which;
  }

  static JavaClasses main() {
    return MAIN.read();
  }

  static JavaClasses tests() {
    return TESTS.read();
  }

  private synchronized JavaClasses read() {
    JavaClasses classes = read.get();
    if (classes == null) {
      classes = new ClassFileImporter().withImportOption(which).importPackages("app.chancery");
      read = new SoftReference<>(classes);
    }
    return classes;
  }
}
