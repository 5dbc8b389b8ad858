/**
 * History against the process: a case of recorded events is fed to the real processes on a virtual
 * clock, and what comes out is compared with what came out then.
 */
package app.chancery.rehearsal.replay;
