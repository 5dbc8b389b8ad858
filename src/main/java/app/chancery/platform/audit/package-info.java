/**
 * The audit: who did what, when and why, in a chain that shows whether anything in it was changed,
 * taken out or cut off.
 */
@org.springframework.modulith.NamedInterface("audit")
package app.chancery.platform.audit;
