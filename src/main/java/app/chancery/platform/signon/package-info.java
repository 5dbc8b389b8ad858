/**
 * How people and programs come in: the login page and HTTP Basic with the engine's accounts, the
 * sign-on that a ministry already has, sessions that every node knows, and the rules of passwords.
 */
package app.chancery.platform.signon;
