/**
 * The council as its people see it: the rounds of all programmes, and a page for each round on
 * which a delegation answers and the secretariat follows.
 */
package app.chancery.desk.council;
