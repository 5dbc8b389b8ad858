/** The file of a programme: everything on record of it in one document. */
package app.chancery.desk.programmefile;
