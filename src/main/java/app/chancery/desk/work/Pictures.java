package app.chancery.desk.work;

/** Pictures of the processes that tasks stand in. */
public interface Pictures {

  /**
   * The process of an open task in SVG, with what goes on in it now.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such open task for this person
   */
  String svg(String task);

  /** What it shows, for those who do not see it; the same is refused. */
  String words(String task);
}
