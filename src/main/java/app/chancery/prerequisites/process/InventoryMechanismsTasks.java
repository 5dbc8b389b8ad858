package app.chancery.prerequisites.process;

import app.chancery.platform.engine.FormInput;
import app.chancery.platform.reading.CellLine;
import app.chancery.platform.words.Words;
import app.chancery.prerequisites.Finding.Detail;
import app.chancery.prerequisites.Mechanisms;
import app.chancery.prerequisites.Part;
import app.chancery.prerequisites.Prerequisites;
import app.chancery.prerequisites.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code inventory-mechanisms.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class InventoryMechanismsTasks {

  /** Looks up in which partnership frameworks the candidate takes part. */
  @Bean
  JavaDelegate lookUpMechanismsDelegate(Mechanisms mechanisms) {
    return execution -> mechanisms.lookUp(execution.getProcessBusinessKey());
  }

  /** Takes the confirmed partnership mechanisms and the verdict on them from the form. */
  @Bean
  JavaDelegate recordMechanismsDelegate(Mechanisms mechanisms) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      List<String> lines = input.lines("mechanisms");
      Verdict verdict = input.choice("mechanismsVerdict", Verdict.class);
      String why = input.text("mechanismsWhy");
      input.accept();
      mechanisms.confirm(execution.getProcessBusinessKey(), "mechanisms", lines, verdict, why);
    };
  }

  /** Takes the inventory of command structures and the verdict on them from the form. */
  @Bean
  JavaDelegate recordCommandStructuresDelegate(Prerequisites prerequisites) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      Verdict verdict = input.choice("commandVerdict", Verdict.class);
      String why = input.text("commandWhy");
      String structures =
          input
              .text("commandStructures")
              .lines()
              .map(line -> String.join(" – ", CellLine.cells(line)))
              .collect(Collectors.joining("\n"));
      List<Detail> details =
          List.of(
              new Detail(Words.of("inventoryMechanismsTasks.commandStructures"), structures),
              new Detail(
                  Words.of("inventoryMechanismsTasks.liaisonWithTheAlliance"),
                  input.text("liaisonArrangements")));
      input.accept();
      prerequisites.find(
          execution.getProcessBusinessKey(), Part.COMMAND_STRUCTURES, verdict, why, details);
    };
  }
}
