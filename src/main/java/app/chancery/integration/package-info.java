/**
 * Step 5: phases by instrument, their milestones, exercises and assurances, and for full candidates
 * the accession with its ratification by every Party.
 */
package app.chancery.integration;
