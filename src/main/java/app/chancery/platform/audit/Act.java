package app.chancery.platform.audit;

import app.chancery.platform.words.Coded;

/** What the audit keeps. */
public enum Act implements Coded {
  /** Of the register of decisions: overrides, approvals and corrections are decisions too. */
  DECISION,
  /** An Ally's answer in a round. */
  POSITION,
  OBJECTION_WITHDRAWN,
  /** How a round ended, whoever was silent. */
  ROUND_ENDED,
  DOCUMENT_APPROVED,
  LOGIN,
  LOGIN_REFUSED,
  /** A program has begun to call; it is told once in a while and not with each call. */
  PROGRAM_LOGIN,
  LOGOUT,
  SESSIONS_ENDED,
  /** A policy table was put to use. */
  POLICY_RELEASED,
  /** Accounts, groups, rights and the engine's own controls. */
  ADMINISTRATION
}
