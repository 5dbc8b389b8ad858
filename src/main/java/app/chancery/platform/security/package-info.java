/**
 * Who may do what: accounts and groups live in the engine's identity tables, Spring Security is the
 * one sign-on over them, and the rights are the engine's own authorizations, created at start.
 */
@org.springframework.modulith.NamedInterface("security")
package app.chancery.platform.security;
