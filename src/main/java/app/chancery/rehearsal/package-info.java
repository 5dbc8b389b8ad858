/** The whole programme with scripted staff on a virtual clock. */
package app.chancery.rehearsal;
