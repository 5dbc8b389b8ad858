/** The documents of a programme: their content, versions and approval. */
package app.chancery.deliverables;
