package app.chancery.platform.forms;

import app.chancery.platform.refusal.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A form as its file defines it. This is the one reader of such files. */
public record FormDefinition(String id, List<FormPart> parts) {

  /** Of what has no form. */
  public static final FormDefinition NONE = new FormDefinition("", List.of());

  public static FormDefinition of(JsonNode form) {
    return new FormDefinition(form.path("id").asText(), FormPart.all(form.path("components")));
  }

  /** All parts in their order, those of groups behind their group. */
  public List<FormPart> all() {
    return parts.stream().flatMap(FormDefinition::withItsParts).toList();
  }

  /** The parts that are fields, in their order. */
  public List<FormPart> fields() {
    return all().stream().filter(FormPart::isField).toList();
  }

  /** What is wrong, in the order of the fields that it is about; what is about none comes last. */
  public List<Fault> inOrder(List<Fault> faults) {
    List<String> order = fields().stream().map(FormPart::key).toList();
    return faults.stream()
        .sorted(
            Comparator.comparingInt(
                fault ->
                    order.contains(fault.field()) ? order.indexOf(fault.field()) : order.size()))
        .toList();
  }

  /** Whether it asks for something that is in no history, log or address (rule 11). */
  public boolean isConfidential() {
    return all().stream().anyMatch(FormPart::isConfidential);
  }

  /** Whether a part is hidden for what is known or was typed. */
  public boolean isConditional() {
    return all().stream().anyMatch(part -> part.hide() != null);
  }

  private static Stream<FormPart> withItsParts(FormPart part) {
    return Stream.concat(
        Stream.of(part), part.parts().stream().flatMap(FormDefinition::withItsParts));
  }
}
