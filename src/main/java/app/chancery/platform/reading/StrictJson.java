package app.chancery.platform.reading;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.JsonPlace;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * JSON from outside, whichever door it comes through, and whatever it is about: one value in UTF-8
 * with nothing behind it, no field twice, not too deep, not too many values, plain texts, and
 * figures that are figures.
 */
@Component
public class StrictJson {

  /** With so many faults, the sender knows enough. */
  private static final int MOST_FAULTS = 20;

  /** Of those that make objects of what was read here, none takes a longer one. */
  private static final int LONGEST_NAME = StreamReadConstraints.DEFAULT_MAX_NAME_LEN;

  /** What a form of the engine calls a field's value. */
  private static final Pattern VARIABLE = Pattern.compile("variables\\.([^.]+)\\.value");

  /** What the names of the fields of a draft begin with. */
  private static final String FIELDS = "fields.";

  /** Lists of which each entry makes the statement for the database longer. */
  private static final Pattern CONDITIONS = Pattern.compile("sortings?|orQueries|\\w*[vV]ariables");

  private final JsonLimits limits;
  private final ObjectReader exact;

  /** Numbers and names of any length, so that what is too long is refused with its field. */
  private final JsonFactory tokens =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  StrictJson(JsonLimits limits, ObjectMapper json) {
    this.limits = limits;
    this.exact =
        json.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /**
   * Reads a file, with or without a byte order mark; one of nothing is a missing value.
   *
   * @throws Refused naming every bad field
   */
  public JsonNode read(byte[] file) {
    String text = text(file);
    check(text, false, false);
    try {
      return exact.readTree(text);
    } catch (JsonProcessingException e) {
      throw new Refused("", notJson(e.getLocation()));
    }
  }

  /**
   * Looks whether a body may be read.
   *
   * @param ofEngine whether the fields are the engine's: those of a form are named as the form does
   * @throws Refused naming every bad field; an empty body is none
   */
  public void check(byte[] body, boolean ofEngine) {
    check(text(body), ofEngine, false);
  }

  /**
   * The same of a body with "fields" that hold whatever somebody has typed, of any length: whoever
   * takes it looks at them.
   */
  public void checkAsTyped(byte[] body) {
    check(text(body), false, true);
  }

  private static String text(byte[] bytes) {
    Utf8 text = Utf8.of(bytes);
    text.wrong()
        .ifPresent(
            wrong -> {
              List<String> lines = (text.text() + ".").lines().toList();
              throw new Refused(
                  "",
                  Words.of("strictJson.thisLineColumn")
                      .formatted(wrong, lines.size(), lines.get(lines.size() - 1).length()));
            });
    return text.text();
  }

  private void check(String text, boolean ofEngine, boolean asTyped) {
    try (JsonParser parser = tokens.createParser(text)) {
      new Reading(parser, ofEngine, asTyped).check();
    } catch (JsonProcessingException e) {
      throw new Refused("", notJson(e.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String notJson(JsonLocation place) {
    return Words.of("strictJson.thisIsNotValidJson").formatted(JsonPlace.of(place));
  }

  private final class Reading {

    private final JsonParser parser;
    private final boolean ofEngine;
    private final boolean asTyped;
    private final Faults faults = new Faults();
    private final int[] elements = new int[limits.depth() + 1];
    private final int[] most = new int[limits.depth() + 1];
    private final List<Set<String>> names = new ArrayList<>();
    private int depth;
    private int values;

    Reading(JsonParser parser, boolean ofEngine, boolean asTyped) {
      this.parser = parser;
      this.ofEngine = ofEngine;
      this.asTyped = asTyped;
      this.names.addAll(Collections.nCopies(limits.depth() + 1, Set.of()));
    }

    void check() throws IOException {
      for (JsonToken token = next(); token != null; token = next()) {
        switch (token) {
          case FIELD_NAME -> {
            text(parser.currentName(), Math.min(limits.text(), LONGEST_NAME));
            if (!names.get(depth).add(parser.currentName())) {
              // Of two values a reader would take the last without a word.
              faults.add(field(), Words.of("strictJson.standsThereTwice").formatted(here()));
            }
          }
          case VALUE_STRING -> {
            value();
            if (!asTyped || depth != 2 || !field().startsWith(FIELDS)) {
              text(parser.getText(), limits.text());
            }
          }
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
            value();
            if (!Figures.isFigureOfJson(parser.getText())) {
              faults.add(field(), Words.of("strictJson.isNoFigure"));
            }
          }
          case START_OBJECT, START_ARRAY -> {
            value();
            depth++;
            if (depth > limits.depth()) {
              throw new Refused(
                  field(), Words.of("strictJson.isDeeperThanLevels").formatted(limits.depth()));
            }
            elements[depth] = 0;
            names.set(depth, new HashSet<>());
            most[depth] = isOfConditions(token) ? limits.conditions() : limits.elements();
          }
          case END_OBJECT, END_ARRAY -> depth--;
          default -> value();
        }
        if (found() >= MOST_FAULTS) {
          break;
        }
      }
      faults.refuseIfAny();
    }

    private JsonToken next() throws IOException {
      boolean complete = depth == 0 && values > 0;
      try {
        JsonToken token = parser.nextToken();
        if (complete && token != null) {
          throw new Refused(
              "", Words.of("strictJson.somethingStandsBehindTheEndOf").formatted(here()));
        }
        return token;
      } catch (JsonProcessingException e) {
        if (complete) {
          throw new Refused(
              "",
              Words.of("strictJson.somethingStandsBehindTheEndOf")
                  .formatted(JsonPlace.of(e.getLocation())));
        }
        throw e;
      }
    }

    private String here() {
      return JsonPlace.of(parser.currentTokenLocation());
    }

    private boolean isOfConditions(JsonToken token) throws IOException {
      String name = parser.currentName();
      return ofEngine
          && token == JsonToken.START_ARRAY
          && name != null
          && CONDITIONS.matcher(name).matches();
    }

    private int found() {
      return faults.isEmpty() ? 0 : faults.list().size();
    }

    private void value() {
      values++;
      elements[depth]++;
      if (depth > 0 && elements[depth] > most[depth]) {
        throw new Refused(
            container(), Words.of("strictJson.hasMoreThanEntries").formatted(most[depth]));
      }
      if (values > limits.values()) {
        throw new Refused(
            "", Words.of("strictJson.theBodyHasMoreThanValues").formatted(limits.values()));
      }
    }

    private void text(String text, int longest) {
      if (text.length() > longest) {
        faults.add(field(), Words.of("strictJson.isLongerThanCharacters").formatted(longest));
      } else {
        PlainText.fault(text).ifPresent(wrong -> faults.add(field(), wrong));
      }
    }

    /** The list or object that the parser is in, or at the beginning of whose entry it is. */
    private String container() {
      JsonStreamContext context = parser.getParsingContext();
      JsonToken token = parser.currentToken();
      return JsonPlace.field(
          token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT
              ? context.getParent().getParent()
              : context.getParent());
    }

    private String field() {
      String field = JsonPlace.field(parser.getParsingContext());
      return ofEngine ? VARIABLE.matcher(field).replaceFirst("$1") : field;
    }
  }
}
