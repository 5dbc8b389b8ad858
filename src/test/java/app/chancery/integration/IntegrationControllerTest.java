package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.chancery.OfficeTest;
import app.chancery.platform.web.Advices;
import app.chancery.programme.Outcome;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OfficeTest
class IntegrationControllerTest extends IntegrationCase {

  private static final Authentication SECRETARY =
      new TestingAuthenticationToken("secretary", "", "council-secretariat");

  private static final String WORKSHOP =
      """
      {"kind": "workshop", "name": "Cyber défense, кибер, 網路", "date": "2027-01-10",
       "participants": ["XR", "FR"], "source": "Minutes"}
      """;

  @Autowired IntegrationController controller;
  @Autowired ObjectMapper json;

  private MockMvc rest;

  @BeforeEach
  void openTheInterface() {
    endorsed(Tier.FULL_CANDIDATE);
    rest =
        MockMvcBuilders.standaloneSetup(controller)
            .setControllerAdvice(Advices.all())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
            .build();
  }

  @Test
  void anActivityIsKeptAndAnswered() throws Exception {
    send("/activities", WORKSHOP)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.id").isNumber())
        .andExpect(jsonPath("$.kind").value("workshop"))
        .andExpect(jsonPath("$.name").value("Cyber défense, кибер, 網路"))
        .andExpect(jsonPath("$.date").value("2027-01-10"))
        .andExpect(jsonPath("$.participants[1]").value("FR"));
    assertThat(activities.of(KEY)).hasSize(1);
  }

  @Test
  void theSourceMayBeCalledEvidence() throws Exception {
    send("/activities", WORKSHOP.replace("\"source\"", "\"evidence\""))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.source").value("Minutes"));
  }

  @Test
  void aBadActivityIsRefusedWithEveryFieldNamed() throws Exception {
    send("/activities", "{\"kind\": \"exercise\", \"date\": \"tomorrow\", \"participants\": []}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[*].field").isArray())
        .andExpect(jsonPath("$.errors[?(@.field == 'name')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'date')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'participants')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'standard')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'source')]").exists());
    assertThat(activities.of(KEY)).isEmpty();
  }

  @Test
  void anUnknownProgrammeHasNoActivities() throws Exception {
    rest.perform(
            post("/api/v1/programmes/XX-1999/activities")
                .principal(SECRETARY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(WORKSHOP))
        .andExpect(status().isNotFound());
  }

  @Test
  void nothingIsRecordedForASuspendedOrEndedProgramme() throws Exception {
    programmes.suspend(KEY, "waiting");
    send("/activities", WORKSHOP).andExpect(status().isConflict());
    programmes.close(KEY, Outcome.TERMINATED, "over");
    send("/activities", WORKSHOP).andExpect(status().isConflict());
    send("/ratifications", "{}").andExpect(status().isConflict());
    assertThat(activities.of(KEY)).isEmpty();
  }

  @Test
  void aRatificationIsKeptAndAnswered() throws Exception {
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");

    send("/ratifications", "{\"ally\": \"FR\", \"stage\": \"deposit\", \"date\": \"2027-01-11\"}")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.ally").value("FR"))
        .andExpect(jsonPath("$.stage").value("deposit"))
        .andExpect(jsonPath("$.date").value("2027-01-11"));
    assertThat(ratifications.entries(KEY)).hasSize(1);
  }

  @Test
  void aBadRatificationIsRefusedWithEveryFieldNamed() throws Exception {
    send("/ratifications", "{\"ally\": \"CH\", \"date\": \"2999-01-01\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[?(@.field == 'ally')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'stage')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'date')]").exists());
  }

  @Test
  void aHoldIsKeptAndAnswered() throws Exception {
    accessions.enter(KEY, AccessionStage.PROTOCOL_SIGNED, START, "signed");

    send(
            "/ratification-holds",
            "{\"ally\": \"FR\", \"change\": \"held\", \"date\": \"2027-01-11\", \"reason\": \"Elections\"}")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.ally").value("FR"))
        .andExpect(jsonPath("$.change").value("held"))
        .andExpect(jsonPath("$.date").value("2027-01-11"))
        .andExpect(jsonPath("$.reason").value("Elections"));
  }

  @Test
  void aBadHoldIsRefusedWithEveryFieldNamed() throws Exception {
    send("/ratification-holds", "{\"ally\": \"FR\", \"date\": \"2999-01-01\"}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[?(@.field == 'change')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'reason')]").exists())
        .andExpect(jsonPath("$.errors[?(@.field == 'date')]").exists());
  }

  private ResultActions send(String path, String body) throws Exception {
    return rest.perform(
        post("/api/v1/programmes/" + KEY + path)
            .principal(SECRETARY)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }
}
