package app.chancery.platform.web;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Figures;
import app.chancery.platform.refusal.JsonPlace;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a body in JSON may be, whatever it is about: not too deep, not too many values, plain texts,
 * and figures that are figures.
 */
class JsonScan {

  /** With so many faults, the sender knows enough. */
  private static final int MOST_FAULTS = 20;

  /** What a form of the engine calls a field's value. */
  private static final Pattern VARIABLE = Pattern.compile("variables\\.([^.]+)\\.value");

  /** Lists of which each entry makes the statement for the database longer. */
  private static final Pattern CONDITIONS = Pattern.compile("sortings?|orQueries|\\w*[vV]ariables");

  /** Of two values the reader would take the last without a word. */
  private static final Pattern TWICE = Pattern.compile("^Duplicate field '(.*)'");

  private final RequestLimits limits;
  private final JsonFactory json =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  JsonScan(RequestLimits limits) {
    this.limits = limits;
  }

  /**
   * @param ofEngine whether the fields are the engine's: those of a form are named as the form does
   * @throws Refused naming every bad field; an empty body is none
   */
  void check(byte[] body, boolean ofEngine) {
    try (JsonParser parser = json.createParser(body)) {
      new Reading(parser, ofEngine).check();
    } catch (JsonProcessingException notJson) {
      Matcher twice = TWICE.matcher(notJson.getOriginalMessage());
      throw twice.find()
          ? new Refused(twice.group(1), "stands there twice" + JsonPlace.of(notJson.getLocation()))
          : new Refused("", "The body is not valid JSON" + JsonPlace.of(notJson.getLocation()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Reading {

    private final JsonParser parser;
    private final boolean ofEngine;
    private final Faults faults = new Faults();
    private final int[] elements = new int[limits.depth() + 1];
    private final int[] most = new int[limits.depth() + 1];
    private int depth;
    private int values;

    Reading(JsonParser parser, boolean ofEngine) {
      this.parser = parser;
      this.ofEngine = ofEngine;
    }

    void check() throws IOException {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> text(parser.currentName());
          case VALUE_STRING -> {
            value();
            text(parser.getText());
          }
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
            value();
            if (!Figures.isFigureOfJson(parser.getText())) {
              faults.add(field(), "is no figure");
            }
          }
          case START_OBJECT, START_ARRAY -> {
            value();
            depth++;
            if (depth > limits.depth()) {
              throw new Refused(field(), "is deeper than %d levels".formatted(limits.depth()));
            }
            elements[depth] = 0;
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
        throw new Refused(container(), "has more than %d entries".formatted(most[depth]));
      }
      if (values > limits.values()) {
        throw new Refused("", "The body has more than %d values".formatted(limits.values()));
      }
    }

    private void text(String text) {
      if (text.length() > limits.text()) {
        faults.add(field(), "is longer than %d characters".formatted(limits.text()));
      } else {
        PlainText.fault(text).ifPresent(wrong -> faults.add(field(), wrong));
      }
    }

    /** The list or object that the parser is in, or at the beginning of whose entry it is. */
    private String container() {
      JsonStreamContext context = parser.getParsingContext();
      JsonToken token = parser.currentToken();
      return name(
          token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT
              ? context.getParent().getParent()
              : context.getParent());
    }

    private String field() {
      String field = name(parser.getParsingContext());
      return ofEngine ? VARIABLE.matcher(field).replaceFirst("$1") : field;
    }

    private static String name(JsonStreamContext innermost) {
      StringBuilder name = new StringBuilder();
      for (JsonStreamContext each = innermost;
          each != null && !each.inRoot();
          each = each.getParent()) {
        String part = part(each);
        boolean dotted = !part.isEmpty() && name.length() > 0 && name.charAt(0) != '[';
        name.insert(0, dotted ? part + "." : part);
      }
      return name.toString();
    }

    private static String part(JsonStreamContext of) {
      if (of.inArray()) {
        return of.hasCurrentIndex() ? "[" + of.getCurrentIndex() + "]" : "";
      }
      return of.getCurrentName() == null ? "" : PlainText.shown(of.getCurrentName());
    }
  }
}
