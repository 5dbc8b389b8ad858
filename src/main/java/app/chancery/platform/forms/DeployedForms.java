package app.chancery.platform.forms;

import app.chancery.platform.refusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms as they are deployed, in the name and with the rights of the person who acts. */
public interface DeployedForms {

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is nothing of that kind for this person
   * @throws app.chancery.platform.refusal.Refused if the task has ended
   */
  OpenForm open(FormPlace place);

  /**
   * The form of an open task or of a start by itself; no form if the task has none, or has ended.
   */
  FormDefinition definition(FormPlace place);

  /**
   * The form of a task, also of one that has ended, by itself.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  FormDefinition ofEnded(FormPlace task);

  /** Whether the form of an open task is confidential and not for the person who acts. */
  boolean isWithheld(FormPlace task);

  /**
   * Why a task takes nothing more, in a sentence; empty if it is open.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  Optional<String> whyGone(FormPlace task);

  /**
   * Hands in what was filled in for a task.
   *
   * @throws app.chancery.platform.refusal.Refused if something is wrong; nothing has changed then
   */
  void submit(FormPlace task, Map<String, Object> fields);

  /**
   * Starts a process with what was filled in.
   *
   * @throws app.chancery.platform.refusal.Refused if something is wrong; nothing has changed then
   */
  Started start(FormPlace start, Map<String, Object> fields);

  /**
   * What the business would find wrong with it. Nothing is handed in, and nothing has changed.
   *
   * @return empty if it would take it, or if it cannot say
   */
  List<Fault> tried(FormPlace place, Map<String, Object> fields);

  /**
   * @param programme the key of the programme that a start has begun or is about; null if there is
   *     none
   * @param instance the engine's id of the process
   */
  record Started(String programme, String instance) {}
}
