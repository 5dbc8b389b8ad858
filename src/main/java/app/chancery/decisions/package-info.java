/** The decision tables that policy staff own, asked without knowing the engine. */
package app.chancery.decisions;
