package app.chancery.desk.outcomes;

import java.util.List;

/** What numbers have in their middle. Of none there is no middle: null. */
final class Middle {

  private Middle() {}

  /** With one decimal, as much as these figures carry. */
  static Double mean(List<Double> numbers) {
    return numbers.isEmpty()
        ? null
        : rounded(numbers.stream().mapToDouble(Double::doubleValue).sum() / numbers.size());
  }

  /** Of an even number of them the mean of the two in the middle. */
  static Double median(List<Double> numbers) {
    if (numbers.isEmpty()) {
      return null;
    }
    double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return rounded((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
