package app.chancery.engagement;

/** The design of a new package while the work under the present one goes on. */
public interface RedesignBeside {

  /** Whether a package is being designed anew beside the work. */
  boolean isRedesigning(String programme);
}
