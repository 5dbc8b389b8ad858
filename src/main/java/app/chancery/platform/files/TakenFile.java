package app.chancery.platform.files;

/**
 * A file that may be kept.
 *
 * @param name as it is shown
 * @param cleaned whether something was left out of its name that a reader could not see
 * @param type what it holds, as a type of MIME
 * @param shown whether a browser may show it by itself
 * @param sha256 of its content, in hexadecimal
 */
public record TakenFile(
    String name, boolean cleaned, String type, boolean shown, byte[] content, String sha256) {

  /** The content must not come into a log by accident. */
  @Override
  public String toString() {
    return "TakenFile[" + sha256 + "]";
  }
}
