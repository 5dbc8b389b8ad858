package app.chancery.integration;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/programmes/{key}")
@Tag(name = "Integration", description = "What took place, and how ratification stands")
class IntegrationController {

  private final Activities activities;
  private final Ratifications ratifications;
  private final RatificationHolds holds;

  IntegrationController(
      Activities activities, Ratifications ratifications, RatificationHolds holds) {
    this.activities = activities;
    this.ratifications = ratifications;
    this.holds = holds;
  }

  @PostMapping("/activities")
  @Operation(summary = "Record an exercise, workshop or intelligence-sharing event that took place")
  ResponseEntity<Activity> recordActivity(
      @PathVariable String key, @RequestBody ReportedActivity reported, Authentication sender) {
    admit(
        Groups.areStaff(Groups.of(sender)),
        Words.of("integrationController.activitiesAreRecordedByTheStaff"));
    return created(key, activities.record(key, reported.asNewActivity()));
  }

  @PostMapping("/ratifications")
  @Operation(summary = "Record a date of an Ally's ratification; a correction is a further record")
  ResponseEntity<RatificationEntry> recordRatification(
      @PathVariable String key, @RequestBody ReportedRatification reported, Authentication sender) {
    // Without an Ally there is no delegation; the secretariat is told that it is missing.
    String delegation = Delegations.groupOf(String.valueOf(reported.ally()));
    Set<String> may = Set.of(Groups.SECRETARIAT, Groups.ADMINISTRATORS, delegation);
    admit(
        Groups.of(sender).stream().anyMatch(may::contains),
        Words.of("integrationController.aRatificationIsRecordedByThe"));
    return created(
        key, ratifications.report(key, reported.ally(), reported.stage(), reported.date()));
  }

  @PostMapping("/ratification-holds")
  @Operation(
      summary = "An Ally holds its ratification, or goes on with it",
      description =
          "It is no objection and keeps no other Ally from ratifying; all Allies are told."
              + " A deposit ends a hold by itself.")
  ResponseEntity<RatificationHold> stateHold(
      @PathVariable String key, @RequestBody StatedHold stated, Authentication sender) {
    admit(
        Groups.of(sender).stream().anyMatch(RatificationHolds.mayState(stated.ally())::contains),
        Words.of("integrationController.aHoldIsStatedByThe"));
    return created(
        key, holds.report(key, stated.ally(), stated.change(), stated.date(), stated.reason()));
  }

  private static void admit(boolean allowed, String rule) {
    if (!allowed) {
      throw new AccessDeniedException(rule);
    }
  }

  private static <T> ResponseEntity<T> created(String key, T body) {
    return ResponseEntity.created(URI.create("/api/v1/programmes/" + key)).body(body);
  }

  /**
   * An activity as a caller sends it.
   *
   * @param kind exercise, workshop or intelligence-sharing
   * @param date such as 2027-05-20, not in the future
   * @param participants country codes or names, at least one
   * @param standard required for an exercise
   * @param source what shows that it took place
   * @param evidence another name for the source
   * @param plannedExercise the id of the exercise of the schedule that it was; optional
   */
  record ReportedActivity(
      String kind,
      String name,
      String date,
      List<String> participants,
      String standard,
      String source,
      String evidence,
      Long plannedExercise) {

    /**
     * @throws Refused if it says twice what shows it
     */
    NewActivity asNewActivity() {
      if (source != null && evidence != null) {
        throw new Refused("evidence", Words.of("integrationController.isAnotherNameForSourceOnly"));
      }
      String shows = source == null ? evidence : source;
      return new NewActivity(kind, name, date, participants, standard, shows, plannedExercise);
    }
  }

  /**
   * A date of a ratification as a caller sends it.
   *
   * @param ally ISO 3166-1 alpha-2 code
   * @param stage parliament, signature or deposit
   * @param date such as 2027-05-20, not in the future
   */
  record ReportedRatification(String ally, String stage, String date) {}

  /**
   * What an Ally states on its ratification, as a caller sends it.
   *
   * @param ally ISO 3166-1 alpha-2 code
   * @param change held or resumed
   * @param date the day it was stated, such as 2027-05-20, not in the future
   * @param reason as the Ally gave it
   */
  record StatedHold(String ally, String change, String date, String reason) {}
}
