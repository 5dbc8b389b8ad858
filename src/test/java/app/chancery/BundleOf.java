package app.chancery;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.ResourceBundle;

/** A bundle of these words alone. */
class BundleOf extends ResourceBundle {

  private final Map<String, String> words;

  BundleOf(Map<String, String> words) {
    this.words = words;
  }

  @Override
  protected Object handleGetObject(String key) {
    return words.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(words.keySet());
  }
}
