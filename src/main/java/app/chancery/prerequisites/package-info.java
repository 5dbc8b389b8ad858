/**
 * What must be in place before anybody is approached: the security baseline, the mechanisms and
 * command structures, the political bandwidth, and the executives' endorsement.
 */
package app.chancery.prerequisites;
