/** How input is refused: naming every fault, in words for whoever sent it. */
@org.springframework.modulith.NamedInterface("refusal")
package app.chancery.platform.refusal;
