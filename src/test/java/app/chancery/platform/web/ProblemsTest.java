package app.chancery.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class ProblemsTest {

  private final MockMvc rest =
      MockMvcBuilders.standaloneSetup(new Troubled()).setControllerAdvice(Advices.all()).build();

  @Test
  void aRefusalNamesEveryBadField() throws Exception {
    ask("/refused")
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.errors[0].field").value("name"))
        .andExpect(jsonPath("$.errors[1].field").value("region"))
        .andExpect(jsonPath("$.errors[1].message").value("is unknown"));
  }

  @Test
  void aCollisionIsAConflict() throws Exception {
    ask("/conflict")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.errors[0].field").value("candidate"));
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    ask("/absent")
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail").value("There is no programme XR-1"));
  }

  @Test
  void aParameterOfTheWrongTypeIsNamed() throws Exception {
    ask("/page?size=many")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("size"));
    ask("/page")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].message").value("is required"));
  }

  @Test
  void whatAnAddressDoesNotServeIsToldWithWhatItServes() throws Exception {
    rest.perform(delete("/page"))
        .andExpect(status().isMethodNotAllowed())
        .andExpect(
            jsonPath("$.detail")
                .value("DELETE is not done at this address; what can be done: GET"));
    rest.perform(post("/body").contentType(MediaType.TEXT_PLAIN).content("x"))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "What is sent here cannot be of the type text/plain; it can be:"
                        + " application/json"));
    rest.perform(get("/served").accept(MediaType.IMAGE_PNG))
        .andExpect(status().isNotAcceptable())
        .andExpect(
            jsonPath("$.detail")
                .value(
                    "This address has nothing of the type image/png; what it has:"
                        + " application/json"));
  }

  @Test
  void aTableWithoutAnAnswerIsNamed() throws Exception {
    ask("/table")
        .andExpect(status().isInternalServerError())
        .andExpect(jsonPath("$.detail").value(containsString("'assign-tier'")));
  }

  @Test
  void aFailureTellsNothingOfTheInside() throws Exception {
    ask("/broken")
        .andExpect(status().isInternalServerError())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(content().string(not(containsString("jdbc"))));
  }

  private ResultActions ask(String path) throws Exception {
    return rest.perform(get(path).accept(MediaType.APPLICATION_JSON));
  }

  @RestController
  static class Troubled {

    @PostMapping(path = "/body", consumes = MediaType.APPLICATION_JSON_VALUE)
    void body() {}

    @GetMapping(path = "/served", produces = MediaType.APPLICATION_JSON_VALUE)
    String served() {
      return "{}";
    }

    @GetMapping("/refused")
    void refused() {
      new Faults().add("name", "is required").add("region", "is unknown").refuseIfAny();
    }

    @GetMapping("/conflict")
    void conflict() {
      throw new Conflict("candidate", "has an open programme already");
    }

    @GetMapping("/absent")
    void absent() {
      throw new NotFound("There is no programme XR-1");
    }

    @GetMapping("/page")
    int page(@RequestParam("size") int size) {
      return size;
    }

    @GetMapping("/table")
    void table() {
      throw new NoRuleMatched("assign-tier", Map.of("region", "europe"));
    }

    @GetMapping("/broken")
    void broken() {
      throw new IllegalStateException("jdbc:h2:file:./data/chancery is locked");
    }
  }
}
