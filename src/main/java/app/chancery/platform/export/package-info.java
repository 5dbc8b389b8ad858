/** Lists as files, for a spreadsheet or a program. */
@org.springframework.modulith.NamedInterface("export")
package app.chancery.platform.export;
