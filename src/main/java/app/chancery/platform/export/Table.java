package app.chancery.platform.export;

import app.chancery.platform.words.Coded;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.util.ObjectUtils;

/**
 * A list as a table, with the fields that its JSON has. What lies within another field is called by
 * both, such as {@code milestones.due}; of a list of such, each by its first field, such as {@code
 * retention.joint-training-initiative.lost}. A field that only some rows have is empty in the
 * others.
 */
public final class Table {

  /** The type of the answer that {@code format=csv} asks for. */
  public static final String CSV = "text/csv";

  /** The one that {@code format=xlsx} asks for. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String name;
  private final Class<? extends Record> type;
  private final List<Map<String, Object>> rows;

  private Table(String name, Class<? extends Record> type, List<Map<String, Object>> rows) {
    this.name = name;
    this.type = type;
    this.rows = rows;
  }

  /**
   * @param name of the file, without its ending
   * @param type of the rows, which tells the columns of a list without any
   */
  public static <R extends Record> Table of(String name, Class<R> type, Collection<R> rows) {
    return new Table(name, type, rows.stream().map(Table::fields).toList());
  }

  String name() {
    return name;
  }

  /** In the order in which the rows have them, those together that lie within one field. */
  List<String> columns() {
    if (rows.isEmpty()) {
      return ofType();
    }
    Set<String> named = new LinkedHashSet<>();
    rows.forEach(row -> named.addAll(row.keySet()));
    List<String> columns = new ArrayList<>();
    gather("", named, columns);
    columns.removeIf(column -> isAround(column, named));
    return columns;
  }

  private static void gather(String outer, Collection<String> named, List<String> columns) {
    named.stream()
        .collect(
            Collectors.groupingBy(
                name -> upToNext(name, outer.length()), LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (field, within) -> {
              if (within.remove(field)) {
                columns.add(field);
              }
              gather(field + ".", within, columns);
            });
  }

  private static String upToNext(String name, int from) {
    int end = name.indexOf('.', from);
    return end < 0 ? name : name.substring(0, end);
  }

  /** Whether there is nothing in it but what other columns have: some rows have none of that. */
  private boolean isAround(String column, Set<String> named) {
    return named.stream().anyMatch(name -> name.startsWith(column + "."))
        && rows.stream().map(row -> row.get(column)).allMatch(ObjectUtils::isEmpty);
  }

  /**
   * Each by its columns: a text, a {@link Number}, a {@link Boolean}, a {@link LocalDate}, an
   * {@link OffsetDateTime}, or null.
   */
  List<Map<String, Object>> rows() {
    return rows;
  }

  /** Those that each row of the type has. */
  private List<String> ofType() {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> !isUnwrapped(component))
        .map(Table::called)
        .toList();
  }

  private static Map<String, Object> fields(Record row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      Object value = value(row, component);
      if (value instanceof Record inner && isUnwrapped(component)) {
        fields.putAll(fields(inner));
      } else {
        add(fields, called(component), value);
      }
    }
    return fields;
  }

  private static boolean isUnwrapped(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
  }

  private static String called(RecordComponent component) {
    JsonProperty called = component.getAccessor().getAnnotation(JsonProperty.class);
    return called == null ? component.getName() : called.value();
  }

  private static void add(Map<String, Object> fields, String name, Object value) {
    if (value instanceof Record record && !isOneValue(record)) {
      fields(record).forEach((inner, each) -> fields.put(name + "." + inner, each));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> add(fields, name + "." + plain(key), each));
    } else if (value instanceof Collection<?> list
        && list.stream().anyMatch(Record.class::isInstance)) {
      for (Object each : list) {
        Map<String, Object> inner = fields((Record) each);
        String first = inner.keySet().iterator().next();
        Object called = inner.remove(first);
        inner.forEach((field, of) -> fields.put(name + "." + called + "." + field, of));
      }
    } else {
      fields.put(name, plain(value));
    }
  }

  /** Whether its JSON is no object: such a one says of itself what stands there. */
  private static boolean isOneValue(Record record) {
    return Arrays.stream(record.getClass().getMethods())
        .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
  }

  private static Object plain(Object value) {
    if (value instanceof Coded coded) {
      return coded.code();
    }
    if (value instanceof Collection<?> list) {
      return list.stream()
          .map(each -> String.valueOf(plain(each)))
          .collect(Collectors.joining("; "));
    }
    return value == null
            || value instanceof Number
            || value instanceof Boolean
            || value instanceof LocalDate
            || value instanceof OffsetDateTime
        ? value
        : value.toString();
  }

  private static Object value(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
