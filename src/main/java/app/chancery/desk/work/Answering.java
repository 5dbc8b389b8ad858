package app.chancery.desk.work;

import app.chancery.platform.people.Person;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks by which somebody gives an answer that may be given again, and that is acknowledged: on
 * the page of the task the same is said and done as wherever else it is given.
 */
public interface Answering {

  /**
   * What is said of handing in such a task; empty for any other.
   *
   * @param key the element id of the user task in its model
   */
  Optional<String> said(String key);

  /**
   * Takes the answer, also one that comes in the moment in which its task ended.
   *
   * @param key the element id of the user task in its model
   * @param programme the key of its programme
   * @param sent the texts by the names of the fields, as a browser sends them
   * @return the address of what acknowledges it; empty if the task is no such one, and nothing was
   *     taken
   * @throws app.chancery.platform.refusal.Refused naming every field that something is wrong with
   */
  Optional<String> handIn(
      String id, String key, String programme, Map<String, String> sent, Person person);
}
