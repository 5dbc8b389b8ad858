package app.chancery.documents;

import app.chancery.platform.words.Words;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The content of a deliverable, independent of how it is shown.
 *
 * @param summary one or two sentences that a hurried reader needs
 * @param days what calendars can take in; none in a document that was stored before there were any
 */
public record Document(String title, String summary, List<Section> sections, List<Day> days) {

  public Document {
    sections = List.copyOf(sections);
    days = days == null ? List.of() : List.copyOf(days);
  }

  public Document(String title, String summary, List<Section> sections) {
    this(title, summary, sections, List.of());
  }

  public static Document titled(String title, String summary) {
    return new Document(title, summary, List.of(), List.of());
  }

  /** The cells of a row in words; null is an empty cell. */
  public static List<String> row(Object... cells) {
    return Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList();
  }

  public Document with(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new Document(title, summary, more, days);
  }

  /** With those days for calendars. */
  public Document on(List<Day> those) {
    return new Document(title, summary, sections, those);
  }

  /**
   * Something that takes place on a day.
   *
   * @param uid the same each time the same thing is told, also when it moves; unique in the world
   */
  public record Day(String uid, LocalDate on, String name, String note) {}

  /**
   * A part of a document: paragraphs, then facts, then pictures, then tables.
   *
   * @param depth 0 for a chapter, 1 for a part of the chapter before
   * @param pictures none in a document that was stored before there were any
   */
  public record Section(
      String heading,
      int depth,
      List<String> paragraphs,
      List<Fact> facts,
      List<Picture> pictures,
      List<Table> tables) {

    public Section {
      pictures = pictures == null ? List.of() : pictures;
    }

    public static Section headed(String heading) {
      return new Section(heading, 0, List.of(), List.of(), List.of(), List.of());
    }

    public Section saying(String paragraph) {
      return new Section(heading, depth, plus(paragraphs, paragraph), facts, pictures, tables);
    }

    public Section showing(Picture picture) {
      return new Section(heading, depth, paragraphs, facts, plus(pictures, picture), tables);
    }

    /** The same under another heading, as a part of the chapter before it. */
    public Section asPart(String other) {
      return new Section(other, 1, paragraphs, facts, pictures, tables);
    }

    /** A labelled value; one that is null or blank is shown as "not recorded". */
    public Section fact(String label, Object value) {
      String text =
          value == null || value.toString().isBlank()
              ? Words.of("document.notRecorded")
              : value.toString();
      return new Section(
          heading, depth, paragraphs, plus(facts, new Fact(label, text)), pictures, tables);
    }

    /** A table; one without rows is shown with the words for that. */
    public Section table(
        String caption, List<String> columns, List<List<String>> rows, String ifEmpty) {
      return new Section(
          heading,
          depth,
          paragraphs,
          facts,
          pictures,
          plus(tables, new Table(caption, columns, rows, ifEmpty)));
    }

    /** A table with a row for each item; one without items is shown with the words for that. */
    public <T> Section table(
        String caption,
        List<String> columns,
        List<T> items,
        Function<? super T, List<String>> row,
        String ifEmpty) {
      return table(caption, columns, items.stream().map(row).toList(), ifEmpty);
    }

    /** A table of one column, which is shown as a list. */
    public Section list(String caption, List<String> lines, String ifEmpty) {
      return table(caption, List.of(caption), lines, Document::row, ifEmpty);
    }

    private static <T> List<T> plus(List<T> list, T item) {
      List<T> more = new ArrayList<>(list);
      more.add(item);
      return List.copyOf(more);
    }
  }

  /** A labelled value. */
  public record Fact(String label, String value) {}

  /** A table with a caption. */
  public record Table(
      String caption, List<String> columns, List<List<String>> rows, String ifEmpty) {

    /** For the template: lines in one column are read as a list. */
    @JsonIgnore
    public boolean isList() {
      return columns.size() == 1 && !rows.isEmpty();
    }
  }
}
