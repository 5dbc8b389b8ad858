package app.chancery.platform.database;

import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import org.springframework.core.io.DefaultResourceLoader;

/** What Chancery's own change logs say, read without a database. */
final class ChangeSets {

  private ChangeSets() {}

  /** All of them in their order; those of the engine are its own. */
  static List<ChangeSet> ours() throws LiquibaseException {
    String file = "db/changelog/changelog.yaml";
    ChangeLogFiles files = new ChangeLogFiles(new DefaultResourceLoader());
    return ChangeLogParserFactory.getInstance()
        .getParser(file, files)
        .parse(file, new ChangeLogParameters(), files)
        .getChangeSets()
        .stream()
        .filter(each -> each.getAuthor().equals("chancery"))
        .toList();
  }

  /** By its place and its content; that of a comment or a label is none. */
  static String sealed(ChangeSet change) {
    return change.getFilePath()
        + " "
        + change.getId()
        + " "
        + change.generateCheckSum(ChecksumVersion.latest());
  }
}
