package app.chancery.bench;

import java.util.Locale;

/** What is done again and again, and how many of it at a time. */
enum Work {
  ANSWERED("rounds in which all 32 answer", "bench.rounds", 40),
  SILENT("silences of 32 that end at one instant", "bench.storm", 200),
  REVIEWS("reviews that fall due at one instant", "bench.reviews", 1000);

  final String name;
  final int count;

  Work(String name, String setting, int count) {
    this.name = name;
    this.count = Integer.getInteger(setting, count);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d %s", count, name);
  }
}
