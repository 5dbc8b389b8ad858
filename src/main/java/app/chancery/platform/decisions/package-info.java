/** The decision tables that policy staff own, asked without knowing the engine. */
@org.springframework.modulith.NamedInterface("decisions")
package app.chancery.platform.decisions;
