/** What is looked at before the office starts, and how it says that it cannot, and what to do. */
@org.springframework.modulith.NamedInterface("start")
package app.chancery.platform.start;
