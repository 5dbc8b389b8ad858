package app.chancery;

/**
 * How often is tried what chance decides, such as the moment of a kill. A few times tell a rough
 * mistake and are over soon; a rare one takes many. {@code .ci/run} tries all of them, with {@code
 * -Dchancery.campaigns=whole}.
 */
public final class Campaign {

  private static final boolean WHOLE = "whole".equals(System.getProperty("chancery.campaigns"));

  private Campaign() {}

  /**
   * @param few at least 1
   * @param whole at least as many
   */
  public static int times(int few, int whole) {
    return WHOLE ? whole : few;
  }
}
