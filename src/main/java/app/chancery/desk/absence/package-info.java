/** Who is away, and who acts meanwhile. */
package app.chancery.desk.absence;
