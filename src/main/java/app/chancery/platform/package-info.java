/**
 * What everything stands on and nothing of the business is in: the workflow engine, sign-on and
 * rights, the clock and working days, decision tables, how input is refused.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package app.chancery.platform;
