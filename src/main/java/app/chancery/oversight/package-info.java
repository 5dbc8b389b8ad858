/**
 * Step 6, monitor and adjust: the oversight committee's reviews of a programme, quarterly or
 * because conditions shifted, and what its decisions do to the running programme.
 */
package app.chancery.oversight;
