package app.chancery.platform.forms;

import java.util.Map;

/** The forms as they are deployed, in the name and with the rights of the person who acts. */
public interface DeployedForms {

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is nothing of that kind for this person
   * @throws app.chancery.platform.refusal.Refused if the task has ended
   */
  OpenForm open(FormPlace place);

  /**
   * The form of a task that has ended.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such task for this person
   */
  FormDefinition ofEnded(FormPlace task);

  /**
   * Hands in what was filled in.
   *
   * @return the key of the programme that a start has begun or is about; null for a task
   * @throws app.chancery.platform.refusal.Refused if something is wrong; nothing has changed then
   */
  String submit(FormPlace place, Map<String, Object> fields);
}
