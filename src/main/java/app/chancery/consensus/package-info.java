/** Step 3: the alliance agrees on a package under silence, by consensus. */
package app.chancery.consensus;
