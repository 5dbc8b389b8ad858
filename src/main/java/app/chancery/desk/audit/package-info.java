/** The audit for auditors, as a page and over REST. */
package app.chancery.desk.audit;
