package app.chancery.documents;

/** What printing is told. It begins when the work that approved the document is stored. */
public interface PrintingProcess {

  /** Of the process that prints, whatever the programme is doing. */
  String ID = "print-deliverable";

  void deliverableApproved(Deliverable deliverable);
}
