package app.chancery.platform.watching;

/**
 * What who watches the office is told as a number, or as one number for each of its kinds.
 *
 * @param name as Prometheus knows it, for example {@code chancery_tasks_open}
 * @param help what it counts, in one sentence, with its unit
 * @param statement one that is cheap however many programmes there are. It gives the number as
 *     {@code number} (no row, or nothing: there is none), and may give its kind as any other
 *     column, which becomes a label. It may name {@code :now}, the moment, {@code :engineNow}, the
 *     same for the engine's tables, and {@code :today}, the day in the alliance's zone
 */
public record Figure(String name, String help, String statement) {}
