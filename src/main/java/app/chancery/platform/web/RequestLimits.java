package app.chancery.platform.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may bring. Configured under {@code chancery.requests}; all are above 0.
 *
 * @param body the most bytes of a body
 * @param bodyOf paths that take more, or less; a path ending in {@code /**} stands for all below it
 * @param formOfStranger the most bytes of a form from somebody without a login
 * @param text the most characters of one text in a form
 * @param parameters the most parameters of one address
 * @param parameterText the most characters of one of them
 * @param results the most results that a caller of the engine may ask for at once
 */
@ConfigurationProperties("chancery.requests")
record RequestLimits(
    DataSize body,
    Map<String, DataSize> bodyOf,
    DataSize formOfStranger,
    int text,
    int parameters,
    int parameterText,
    int results) {

  RequestLimits {
    bodyOf = bodyOf == null ? Map.of() : Map.copyOf(bodyOf);
    positive("body", body.toBytes());
    bodyOf.forEach((path, size) -> positive("body-of." + path, size.toBytes()));
    positive("form-of-stranger", formOfStranger.toBytes());
    positive("text", text);
    positive("parameters", parameters);
    positive("parameter-text", parameterText);
    positive("results", results);
  }

  private static void positive(String setting, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("chancery.requests." + setting + " must be above 0");
    }
  }
}
