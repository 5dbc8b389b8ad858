/** What the machine that Chancery runs on does not decide: language, time zone and folder. */
@org.springframework.modulith.NamedInterface("machine")
package app.chancery.platform.machine;
