package app.chancery.platform.reading;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one text of JSON may hold. Configured under {@code chancery.json}; all are above 0.
 *
 * @param depth how deep lists and objects may stand in each other
 * @param elements the most elements of one list, and fields of one object
 * @param conditions the most conditions of one kind, and of orders, in a query of the engine
 * @param values the most values in all
 * @param text the most characters of one text
 */
@ConfigurationProperties("chancery.json")
record JsonLimits(int depth, int elements, int conditions, int values, int text) {

  JsonLimits {
    if (depth <= 0 || elements <= 0 || conditions <= 0 || values <= 0 || text <= 0) {
      throw new IllegalArgumentException("Each of chancery.json must be above 0");
    }
  }
}
