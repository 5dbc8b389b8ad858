/** A programme from its dossier to its end: which step it is in, its tier and its outcome. */
package app.chancery.programme;
