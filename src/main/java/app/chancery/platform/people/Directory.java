package app.chancery.platform.people;

import java.util.List;
import org.springframework.stereotype.Component;

/** Everybody who has an account, and what each is in the office. */
@Component
public class Directory {

  private final AccountRecords records;

  Directory(AccountRecords records) {
    this.records = records;
  }

  /** In the order of their names. */
  public List<Entry> everybody() {
    return records.everybody().entrySet().stream()
        .map(each -> entry(each.getKey(), each.getValue()))
        .toList();
  }

  private static Entry entry(String account, AccountRecords.Known known) {
    return new Entry(account, known.name(), known.function(), List.copyOf(known.groups().keySet()));
  }

  /**
   * @param account by which records know the person
   * @param name by which people do
   * @param function such as "analyst"; empty for a member of no group
   * @param groups by their ids
   */
  public record Entry(String account, String name, String function, List<String> groups) {

    /** "Clara Moreau, executive". */
    public String inWords() {
      return function.isEmpty() ? name : name + ", " + function;
    }
  }
}
