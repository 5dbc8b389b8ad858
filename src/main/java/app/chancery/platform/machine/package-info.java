/** What the machine that Chancery runs on does not decide: language and time zone. */
@org.springframework.modulith.NamedInterface("machine")
package app.chancery.platform.machine;
