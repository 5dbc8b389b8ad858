/** How the jar starts. Here is nothing but the JDK: it runs before anything else is there. */
@org.springframework.modulith.NamedInterface("jar")
package app.chancery.platform.jar;
