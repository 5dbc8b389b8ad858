package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.chancery.OfficeTest;
import app.chancery.platform.web.Advices;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@OfficeTest
class TieringPreviewTest {

  @Autowired TieringController controller;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;

  MockMvc rest;

  @BeforeEach
  void openTheInterface() {
    rest =
        MockMvcBuilders.standaloneSetup(controller)
            .setControllerAdvice(Advices.all())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
            .build();
  }

  @Test
  void aDossierIsAnsweredWithItsTierScoresCapsPackageAndInstruments() throws Exception {
    preview(dossier("japan-2024"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.tier").value("strategic-partner"))
        .andExpect(jsonPath("$.scores.militaryCapability").value(48))
        .andExpect(jsonPath("$.scores.politicalWill").value(72))
        .andExpect(jsonPath("$.scores.economicTies").value(50))
        .andExpect(jsonPath("$.scores.interoperability").value(20))
        .andExpect(jsonPath("$.scores.domesticSupport").value(50))
        .andExpect(jsonPath("$.caps[0].rule").value("article-10"))
        .andExpect(jsonPath("$.caps[0].limitsTo").value("interim-ally"))
        .andExpect(jsonPath("$.caps[0].because").isNotEmpty())
        .andExpect(jsonPath("$.package.securityAssurances").isNotEmpty())
        .andExpect(jsonPath("$.package.milestones[0].name").isNotEmpty())
        .andExpect(jsonPath("$.instruments.length()").value(1))
        .andExpect(
            jsonPath("$.instruments[0].instrument").value("strategic-partnership-agreement"));
  }

  @Test
  void nothingIsStoredNeitherHereNorInTheHistoryOfTheEngine() throws Exception {
    long before = rows();
    assertThat(before).as("rows of all tables, the models among them").isPositive();

    preview(tradingAShareOf("33.72")).andExpect(status().isOk());

    assertThat(rows()).isEqualTo(before);
  }

  /** A question that no table has been asked yet, else the answer would be known. */
  private ObjectNode tradingAShareOf(String percent) throws Exception {
    ObjectNode dossier = (ObjectNode) dossier("finland-2022");
    ((ObjectNode) dossier.at("/indicators/tradeSharePct")).put("value", new BigDecimal(percent));
    return dossier;
  }

  @Test
  void aBadDossierIsRefusedWithEveryBadFieldNamed() throws Exception {
    ObjectNode dossier = (ObjectNode) dossier("finland-2022");
    dossier.put("region", "atlantis").put("assessedOn", "2999-01-01").remove("name");
    ((ObjectNode) dossier.at("/indicators/publicSupportPct")).put("value", 120);

    preview(dossier)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.errors[?(@.field == 'name')]").isNotEmpty())
        .andExpect(jsonPath("$.errors[?(@.field == 'region')]").isNotEmpty())
        .andExpect(jsonPath("$.errors[?(@.field == 'assessedOn')]").isNotEmpty())
        .andExpect(
            jsonPath("$.errors[?(@.field == 'indicators.publicSupportPct.value')]").isNotEmpty());
  }

  private ResultActions preview(JsonNode dossier) throws Exception {
    return rest.perform(
        post("/api/v1/tiering/preview")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(dossier)));
  }

  /** All rows of all tables, the engine's history included. */
  private long rows() {
    return db
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .mapToLong(
            table -> db.sql("select count(*) from \"" + table + "\"").query(Long.class).single())
        .sum();
  }

  private JsonNode dossier(String file) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("/dossiers/" + file + ".json")) {
      return json.readTree(stream);
    }
  }
}
