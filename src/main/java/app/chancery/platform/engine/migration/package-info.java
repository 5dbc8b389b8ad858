/** Moves running programmes to the newest models. */
@org.springframework.modulith.NamedInterface("migration")
package app.chancery.platform.engine.migration;
