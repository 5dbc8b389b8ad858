/** What all REST controllers share: how refusals and failures are told to the caller. */
package app.chancery.platform.web;
