package app.chancery.oversight;

import app.chancery.platform.export.Table;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

  private final OversightProcess process;
  private final ConditionShifts shifts;

  ConditionShiftController(OversightProcess process, ConditionShifts shifts) {
    this.process = process;
    this.shifts = shifts;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Reports that conditions shifted: a review opens now",
      description =
          "If a review of the programme is open already, the report joins it; while the programme"
              + " is not in oversight yet, the committee and the managers are told, its first"
              + " review takes the report up, and 'review' is null.")
  ConditionShift report(@PathVariable String key, @RequestBody NoticedShift shift) {
    return shifts.get(process.shiftNoticed(key, shift));
  }

  @GetMapping
  @Operation(summary = "All shifts reported of a programme, oldest first")
  List<ConditionShift> list(@PathVariable String key) {
    return shifts.ofExisting(key);
  }

  @GetMapping(produces = {Table.CSV, Table.XLSX})
  @Operation(hidden = true)
  Table file(@PathVariable String key) {
    return Table.of("condition-shifts", ConditionShift.class, shifts.ofExisting(key));
  }
}
