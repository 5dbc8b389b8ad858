package app.chancery.documents;

import app.chancery.documents.Document.Section;
import java.util.List;
import java.util.stream.IntStream;

/** Documents that strain the pages they are set on. */
public final class SampleDocuments {

  /** One country's name in every script that names may be written in. */
  public static final List<String> SCRIPTS =
      List.of(
          "Îles Åland, Łódź, Türkiye, Þingvellir",
          "Ελληνική Δημοκρατία",
          "Республіка Північна Македонія",
          "საქართველოს თავდაცვის სამინისტრო",
          "Հայաստանի Հանրապետություն",
          "وزارة الدفاع الوطني",
          "משרד הביטחון",
          "Bộ Quốc phòng Việt Nam",
          "日本国防衛省・ニッポン",
          "中华人民共和国国防部，國防部",
          "대한민국 국방부");

  private SampleDocuments() {}

  /** Every element a document can have, names in all scripts. */
  public static Document full() {
    Document document =
        Document.titled(
            "Media brief: Ruritania", "What a hurried reader needs, in two sentences. Not more.");
    return document
        .with(
            Section.headed("Text and facts")
                .saying("A paragraph. ".repeat(40))
                .saying("Another, with two lines.\nThis is the second.")
                .fact("Region", "Europe")
                .fact("Not known", null)
                .fact("Names", String.join("\n", SCRIPTS)))
        .with(
            Section.headed("Names in all scripts")
                .table(
                    "Who takes part",
                    List.of("Name", "Role", "Since"),
                    SCRIPTS.stream().map(name -> List.of(name, "member", "2026-01-01")).toList(),
                    "Nobody")
                .table("Nothing", List.of("Column"), List.of(), "None was recorded."))
        .with(pictures())
        .with(Section.headed("Nothing at all"));
  }

  private static Section pictures() {
    Section section = Section.headed("Pictures");
    for (Picture picture : SamplePictures.all().toList()) {
      section = section.showing(picture);
    }
    return section;
  }

  /** Names of 1,000 characters wherever there is a name, with and without spaces. */
  public static Document longNames() {
    String words = "Ministry of Defence and Emergencies of the Northern Provinces ".repeat(17);
    String name = words.substring(0, 1000);
    String word = "x".repeat(1000);
    return Document.titled(name, name)
        .with(Section.headed(name).saying(name).saying(word).fact(name, name).fact(word, word))
        .with(
            Section.headed(word)
                .table(
                    word,
                    List.of("Name", "Stance", "A longer heading", word),
                    List.of(
                        List.of(name, "neutral", "1", "2"),
                        List.of(word, "supporter", word, "2"),
                        List.of("short", "neutral", "1", name)),
                    ""));
  }

  /** A table over several pages, with many columns. */
  public static Document crowd() {
    return Document.titled("Stakeholder map: Ruritania", "Sixty stakeholders.")
        .with(
            Section.headed("All")
                .table(
                    "Stakeholders",
                    List.of(
                        "No",
                        "Name",
                        "Kind",
                        "Power",
                        "Interest",
                        "Stance",
                        "Wanted",
                        "Red lines",
                        "Leverage"),
                    IntStream.rangeClosed(1, 60)
                        .mapToObj(
                            i ->
                                List.of(
                                    "" + i,
                                    "Organisation " + i + " of the " + "Republic ".repeat(i % 4),
                                    "regional bloc",
                                    "" + (i % 5 + 1),
                                    "" + (i % 4 + 1),
                                    "neutral",
                                    "supporter",
                                    "No bases of others on its land in peacetime. ".repeat(i % 3),
                                    "Trade talks"))
                        .toList(),
                    "Nobody"));
  }

  /** No sections, no summary. */
  public static Document empty() {
    return Document.titled("Nothing", null);
  }

  /**
   * A programme file of about that many pages.
   *
   * @param parts each fills about two pages
   */
  public static Document file(int parts) {
    Document file = Document.titled("Programme file: Ruritania", "All of it.");
    for (int part = 1; part <= parts; part++) {
      int number = part;
      file =
          file.with(Section.headed("Part %s: Oversight report".formatted(part)).fact("Version", 1))
              .with(
                  Section.headed("Status")
                      .asPart("%s.1 Status".formatted(part))
                      .saying("The committee looked at the programme. ".repeat(20))
                      .table(
                          "Each dimension",
                          List.of("Dimension", "Now", "Before", "Why"),
                          IntStream.rangeClosed(1, 40)
                              .mapToObj(
                                  i ->
                                      List.of(
                                          "dimension %s.%s".formatted(number, i),
                                          "green",
                                          "amber",
                                          "No milestone is overdue."))
                              .toList(),
                          "None"));
    }
    return file;
  }
}
