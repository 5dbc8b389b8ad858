/** How input is refused: naming every fault, in words for whoever sent it. */
package app.chancery.refusal;
