package app.chancery.platform.secrecy;

/**
 * What an earlier release has kept as it was said. Every start has such beans seal what they find,
 * before anybody is let in; after the first there is nothing any more.
 */
public interface UnsealedRows {

  /** Seals it row by row, each in a transaction; another node may do so in the same moment. */
  void seal();
}
