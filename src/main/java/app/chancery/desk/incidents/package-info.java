/**
 * What the engine has given up, for administrators: what stands still, why, and trying it again.
 */
package app.chancery.desk.incidents;
