/** Step 4: the public is told what is planned and why, and the effect is measured afterwards. */
package app.chancery.diplomacy;
