package app.chancery.platform.signon;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was used last: whoever fills it makes it forget the oldest only. */
public final class Latest {

  private Latest() {}

  /**
   * @param most so many are kept; more than zero
   */
  public static <V> Map<String, V> of(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        });
  }
}
