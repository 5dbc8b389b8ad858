/** Days, working days and how people read them. */
@org.springframework.modulith.NamedInterface("time")
package app.chancery.platform.time;
