/**
 * Who may do what, at every door: one table has it, from which the rules of the web and the
 * engine's own authorizations are made; and the gates before the engine's own interfaces.
 */
@org.springframework.modulith.NamedInterface("security")
package app.chancery.platform.security;
