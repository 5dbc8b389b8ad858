package app.chancery.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubstitutionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

  private static final OffsetDateTime ENTERED =
      OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  @Test
  void aDeputyOfTheSameGroupActsInThatGroup() {
    Substitution today =
        of(Map.of("ada", Set.of("planners"), "bo", Set.of("planners")), plain("ada", "bo"));

    assertThat(today.deputyOf("ada")).contains("bo");
    assertThat(today.passed("ada")).containsExactly("planners");
    assertThat(today.deputyOf("bo")).isEmpty();
    assertThat(today.passed("bo")).isEmpty();
  }

  @Test
  void aChainIsFollowedToItsEnd() {
    Map<String, Set<String>> groups =
        Map.of("ada", Set.of("planners"), "bo", Set.of("planners"), "cy", Set.of("planners"));

    Substitution today = of(groups, plain("ada", "bo"), plain("bo", "cy"));

    assertThat(today.deputyOf("ada")).contains("cy");
    assertThat(today.deputyOf("bo")).contains("cy");
  }

  @Test
  void aGroupGoesAlongAChainOnlyWhereAnAdministratorHasAllowedEachStep() {
    Map<String, Set<String>> groups =
        Map.of("ed", Set.of("executives"), "bo", Set.of("planners"), "cy", Set.of("planners"));

    assertThat(of(groups, allowed("ed", "bo", groups), plain("bo", "cy")).passed("ed")).isEmpty();
    assertThat(of(groups, allowed("ed", "bo", groups), allowed("bo", "cy", groups)).passed("ed"))
        .containsExactly("executives");
  }

  @Test
  void aCircleLeavesNobody() {
    Map<String, Set<String>> groups = Map.of("ada", Set.of("planners"), "bo", Set.of("planners"));

    Substitution today = of(groups, plain("ada", "bo"), plain("bo", "ada"));

    assertThat(today.deputyOf("ada")).isEmpty();
    assertThat(today.passed("ada")).isEmpty();
  }

  @Test
  void rule11_whatIsConfidentialPassesToWhomHasItByAGroupOfTheirOwnAlone() {
    Map<String, Set<String>> groups =
        Map.of(
            "ada", Set.of("analysts", "executives"),
            "emil", Set.of("envoys"),
            "petra", Set.of("planners"));

    assertThat(of(groups, allowed("ada", "emil", groups)).passed("ada"))
        .containsExactly("analysts", "executives");
    assertThat(of(groups, allowed("ada", "petra", groups)).passed("ada"))
        .containsExactly("executives");
  }

  @Test
  void rule11_aChainBringsNothingConfidentialToItsEnd() {
    Map<String, Set<String>> groups =
        Map.of("ada", Set.of("analysts"), "emil", Set.of("envoys"), "petra", Set.of("planners"));

    assertThat(
            of(groups, allowed("ada", "emil", groups), allowed("emil", "petra", groups))
                .passed("ada"))
        .isEmpty();
  }

  @Test
  void nobodyButItsOwnDelegationActsForAnAlly() {
    Map<String, Set<String>> groups =
        Map.of(
            "fr", Set.of("delegation-fr"),
            "fr2", Set.of("delegation-fr"),
            "de", Set.of("delegation-de"),
            "ed", Set.of("executives"));

    assertThat(of(groups, plain("fr", "fr2")).passed("fr")).containsExactly("delegation-fr");
    assertThat(of(groups, allowed("fr", "de", groups)).passed("fr")).isEmpty();
    assertThat(of(groups, allowed("fr", "ed", groups)).passed("fr")).isEmpty();
    assertThat(of(groups, allowed("ed", "fr", groups)).passed("ed")).isEmpty();
  }

  @Test
  void anAdministratorsRightsAreNeverPassedOn() {
    Map<String, Set<String>> groups =
        Map.of("anna", Set.of("camunda-admin", "managers"), "bo", Set.of("planners"));

    assertThat(of(groups, allowed("anna", "bo", groups)).passed("anna"))
        .containsExactly("managers");
  }

  @Test
  void aGroupOfOthersDoesNotPassWithoutAnAdministratorsWord() {
    Map<String, Set<String>> groups =
        Map.of("ada", Set.of("planners", "executives"), "bo", Set.of("planners"));

    assertThat(of(groups, plain("ada", "bo")).passed("ada")).containsExactly("planners");
  }

  @Test
  void aDeputyWhoLeftOrLostTheGroupStandsInForNobody() {
    Absence absence = plain("ada", "bo");
    Map<String, Set<String>> without = Map.of("ada", Set.of("planners"));
    Map<String, Set<String>> lost = Map.of("ada", Set.of("planners"), "bo", Set.of("envoys"));

    assertThat(of(without, absence).gone(absence)).contains(Substitution.Gone.LEFT);
    assertThat(of(without, absence).deputyOf("ada")).isEmpty();
    assertThat(of(lost, absence).gone(absence)).contains(Substitution.Gone.GROUP_LOST);
    assertThat(of(lost, absence).deputyOf("ada")).isEmpty();
  }

  private static Substitution of(Map<String, Set<String>> groups, Absence... absences) {
    return new Substitution(List.of(absences), groups);
  }

  private static Absence plain(String account, String deputy) {
    return absence(account, deputy, List.of("planners", "delegation-fr"), false);
  }

  private static Absence allowed(String account, String deputy, Map<String, Set<String>> groups) {
    return absence(account, deputy, List.copyOf(groups.get(deputy)), true);
  }

  private static Absence absence(
      String account, String deputy, List<String> groups, boolean allowed) {
    List<String> named =
        allowed ? groups : List.of(account.equals("fr") ? groups.get(1) : groups.get(0));
    return new Absence(
        1, account, deputy, DAY, DAY, named, allowed, account, ENTERED, null, null, "");
  }
}
