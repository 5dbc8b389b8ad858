package app.chancery.programme.process;

/** The contract of {@code update-dossier.bpmn}. */
final class UpdateDossierModel {

  /** The field of the form that names the programme. */
  static final String PROGRAMME = "programme";

  private UpdateDossierModel() {}
}
