/**
 * What the programme achieves, measured from recorded facts alone: per quarter, per tier and per
 * programme. Each measure is defined in {@code docs/policy.md}.
 */
package app.chancery.desk.outcomes;
