/** How files and bodies are read, whichever door they come through: exactly, or not at all. */
@org.springframework.modulith.NamedInterface("reading")
package app.chancery.platform.reading;
