/**
 * What makes the engine fast, and nothing else does: see README.md beside this file. Nobody depends
 * on it.
 */
package app.chancery.platform.engine.fast;
