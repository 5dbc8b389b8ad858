/** What is looked at before a file of somebody is kept: its name, its size, its content. */
@org.springframework.modulith.NamedInterface("files")
package app.chancery.platform.files;
