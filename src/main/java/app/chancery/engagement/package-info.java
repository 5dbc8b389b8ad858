/** Step 2: what a candidate is ready for, and the package it is offered. */
package app.chancery.engagement;
