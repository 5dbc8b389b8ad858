package app.chancery.platform.engine;

/**
 * The engine has tried something as often as it does, and given it up until somebody acts. Told in
 * the transaction that raises the incident.
 *
 * @param programme the key of the programme it is of; empty if it is of none
 * @param step the folder name of the step it is in; empty likewise
 * @param activity what failed, as the model calls it; empty likewise
 */
public record IncidentRaised(String id, String programme, String step, String activity) {}
