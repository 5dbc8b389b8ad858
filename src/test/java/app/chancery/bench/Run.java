package app.chancery.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can run, on what. */
enum Run {
  CHANCERY("Chancery", "PostgreSQL"),
  CHANCERY_UNTOLD("Chancery, nobody of the delegations to be told", "PostgreSQL"),
  NOT_FAST("Chancery, chancery.engine.fast=false", "PostgreSQL"),
  CHANCERY_H2("Chancery", "H2 in memory"),
  NOT_FAST_H2("Chancery, chancery.engine.fast=false", "H2 in memory"),
  CAMUNDA("bare models on Camunda", "PostgreSQL"),
  OPERATON("bare models on Operaton", "PostgreSQL"),
  FLOWABLE("bare models on Flowable", "PostgreSQL"),
  FLOOR("Chancery's rows alone, in JDBC batches", "PostgreSQL");

  final String model;
  final String place;

  Run(String model, String place) {
    this.model = model;
    this.place = place;
  }

  boolean isPeer() {
    return this == CAMUNDA || this == OPERATON || this == FLOWABLE;
  }

  /** The profile of {@code src/test/bench/pom.xml} with its class path. */
  String profile() {
    return name().toLowerCase(Locale.ROOT);
  }

  Contender start() {
    return switch (this) {
      case CHANCERY -> Office.onPostgres(true);
      case CHANCERY_UNTOLD -> Office.onPostgres(true).withoutMembers();
      case NOT_FAST -> Office.onPostgres(false);
      case CHANCERY_H2 -> Office.inMemory(true);
      case NOT_FAST_H2 -> Office.inMemory(false);
      case CAMUNDA, OPERATON, FLOWABLE -> new BareEngine(BareEngine.Make.valueOf(name()));
      case FLOOR -> new Floor();
    };
  }

  /** Those asked for by {@code -Dbench.only=CHANCERY,CAMUNDA}; these unless some are named. */
  static List<Run> wanted(Run... otherwise) {
    String only = System.getProperty("bench.only", "");
    return only.isBlank()
        ? Arrays.asList(otherwise)
        : Stream.of(only.split(",")).map(Run::valueOf).toList();
  }
}
