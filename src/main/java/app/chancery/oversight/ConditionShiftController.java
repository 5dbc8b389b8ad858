package app.chancery.oversight;

import app.chancery.refusal.Faults;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shifted conditions of a programme. */
@RestController
@RequestMapping("/api/v1/programmes/{key}/condition-shifts")
@Tag(name = "programmes")
class ConditionShiftController {

  private final ConditionShifts shifts;

  ConditionShiftController(ConditionShifts shifts) {
    this.shifts = shifts;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Reports that conditions shifted: a review opens now",
      description =
          "If a review of the programme is open already, the report joins it; while the programme"
              + " is not in oversight yet, its first review takes the report up, and 'review' is"
              + " null.")
  ConditionShift report(@PathVariable String key, @RequestBody Report report) {
    Faults faults = new Faults();
    ConditionShift.Kind kind = choice(ConditionShift.Kind.values(), report.kind(), "kind", faults);
    ConditionShift.Severity severity =
        choice(ConditionShift.Severity.values(), report.severity(), "severity", faults);
    faults.check(isText(report.description()), "description", "is required");
    faults.check(isText(report.source()), "source", "is required");
    faults.refuseIfAny();
    return shifts.report(
        key, kind, severity, report.description().strip(), report.source().strip());
  }

  @GetMapping
  @Operation(summary = "All shifts reported of a programme, oldest first")
  List<ConditionShift> list(@PathVariable String key) {
    return shifts.of(key);
  }

  private static <E extends Enum<E>> E choice(
      E[] constants, String word, String field, Faults faults) {
    List<String> words =
        Arrays.stream(constants)
            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
            .toList();
    if (faults.check(
        word != null && words.contains(word),
        field,
        "must be one of " + String.join(", ", words))) {
      return constants[words.indexOf(word)];
    }
    return null;
  }

  private static boolean isText(String text) {
    return text != null && !text.isBlank();
  }

  /**
   * What is reported; anything may be missing.
   *
   * @param kind political or security
   * @param severity minor, moderate or severe
   */
  record Report(String kind, String severity, String description, String source) {}
}
