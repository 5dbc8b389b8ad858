package app.chancery.platform.files;

import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import app.chancery.platform.words.Words;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The door for files: whatever somebody sends is looked at here before anybody keeps it. */
@Service
public class IncomingFiles {

  static final String FILE = "file";

  private final FilePolicy policy;
  private final MalwareScan scan;

  IncomingFiles(FilePolicy policy, MalwareScan scan) {
    this.policy = policy;
    this.scan = scan;
  }

  /** The most bytes of one. */
  public long largest() {
    return policy.largest().toBytes();
  }

  /** What is said of one that is so large that nobody has read it. */
  public String tooLarge() {
    return Words.of("file.notRead").formatted(Sizes.inWords(largest()));
  }

  /** The endings of names that are taken, as people read them: ".pdf, .png". */
  public String endings() {
    return policy.types().keySet().stream()
        .map(ending -> "." + ending)
        .collect(Collectors.joining(", "));
  }

  /**
   * A file that is read at once by who asks, who finds out what it holds.
   *
   * @param given its name, as it was sent
   * @param ending of its name, without the dot
   * @param most bytes that it may have
   * @throws TooLarge if it has too many bytes
   * @throws NotChecked if it could not be looked at just now
   * @throws Refused if it is not taken for another reason
   */
  public TakenFile takeToRead(String given, byte[] content, String ending, long most) {
    FileName name = named(given, content, Math.min(most, largest()));
    if (!name.ending().equals(ending)) {
      throw refused("file.kind", name.text(), "." + ending);
    }
    refuseHarmful(name, content);
    return new TakenFile(
        name.text(),
        name.cleaned(),
        FileContent.typeOf(content),
        false,
        content,
        Sha256.of(content));
  }

  private FileName named(String given, byte[] content, long most) {
    FileName name = FileName.of(given);
    if (content.length > most) {
      throw new TooLarge(
          Words.of("file.large")
              .formatted(shown(name), Sizes.inWords(content.length), Sizes.inWords(most)));
    }
    refuseName(name);
    if (content.length == 0) {
      throw refused("file.empty", name.text());
    }
    return name;
  }

  /**
   * @param given its name, as it was sent
   * @throws TooLarge if it has too many bytes
   * @throws NotChecked if it could not be looked at just now
   * @throws Refused if it is not taken for another reason
   */
  public TakenFile take(String given, byte[] content) {
    FileName name = named(given, content, largest());
    String type = policy.types().get(name.ending());
    if (type == null) {
      throw refused("file.kind", name.text(), endings());
    }
    if (!FileContent.isOf(type, content)) {
      throw lies(name, type, FileContent.typeOf(content));
    }
    if (PictureHeader.isPicture(type) && !PictureHeader.isReadable(type, content)) {
      throw refused("file.lies", name.text(), name.ending(), Words.of("file.lies.picture"));
    }
    if (FileContent.isDocument(type)) {
      DocumentArchive.fault(content)
          .ifPresent(
              why -> {
                throw refused(why, name.text(), name.ending());
              });
    }
    if (FileContent.isTable(type)) {
      CellFormulas.first(PlainFile.signs(content))
          .ifPresent(
              cell -> {
                throw refused("file.formula", name.text(), PlainText.shown(cell.strip()));
              });
    }
    refuseHarmful(name, content);
    return new TakenFile(
        name.text(),
        name.cleaned(),
        type,
        FileContent.isShown(type, content),
        content,
        Sha256.of(content));
  }

  private void refuseHarmful(FileName name, byte[] content) {
    boolean harmful =
        scan.finds(content)
            .orElseThrow(
                () -> new NotChecked(FILE, Words.of("file.unchecked").formatted(name.text())));
    if (harmful) {
      throw refused("file.malware", name.text());
    }
  }

  private static Refused lies(FileName name, String type, String found) {
    return FileContent.isText(type)
        ? refused("file.lies.text", name.text(), name.ending())
        : refused(
            "file.lies",
            name.text(),
            name.ending(),
            FileContent.isUnknown(found) ? Words.of("file.lies.unknown") : found);
  }

  private void refuseName(FileName name) {
    if (name.text().isEmpty()) {
      throw refused("file.nameless");
    }
    if (name.text().length() > policy.longestName()) {
      throw new Refused(
          FILE, Words.counted("file.longName", name.text().length(), policy.longestName()));
    }
  }

  private static String shown(FileName name) {
    return name.text().isEmpty() ? Words.of("file.this") : name.text();
  }

  private static Refused refused(String key, Object... more) {
    return new Refused(FILE, Words.of(key).formatted(more));
  }
}
