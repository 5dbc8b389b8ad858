/**
 * Signs of life and figures for those who watch the office from outside: what answers at {@code
 * /actuator}.
 */
@org.springframework.modulith.NamedInterface("watching")
package app.chancery.platform.watching;
