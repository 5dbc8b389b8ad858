/**
 * What is confidential rests sealed: whoever reads the database, a backup or a disk without the key
 * of the environment reads nothing of it.
 */
@org.springframework.modulith.NamedInterface("secrecy")
package app.chancery.platform.secrecy;
