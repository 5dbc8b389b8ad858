package app.chancery.desk.talk;

import java.util.List;

/**
 * A form for what somebody says, as it is shown.
 *
 * @param text what is typed already
 * @param fault a sentence on what is wrong with it; null if nothing is
 * @param doubts sentences on what is to be decided before it is sent
 * @param decided what whoever sends it all the same has decided, as a code
 */
public record CommentForm(String text, String fault, List<String> doubts, String decided) {

  static final CommentForm EMPTY = of("");

  static CommentForm of(String text) {
    return new CommentForm(text, null, List.of(), "");
  }

  static CommentForm faulty(String text, String fault) {
    return new CommentForm(text, fault, List.of(), "");
  }

  public boolean isRefused() {
    return fault != null || !doubts.isEmpty();
  }
}
