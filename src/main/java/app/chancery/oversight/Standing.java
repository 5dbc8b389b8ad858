package app.chancery.oversight;

import app.chancery.integration.Progress;
import app.chancery.programme.Programme;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import java.util.List;
import java.util.Optional;

/**
 * All that is on record of a programme when its review is prepared.
 *
 * @param reviews all of them, in the order they were recorded
 * @param lastPack of the last quarterly review before the one that is prepared
 * @param design the newest assessment made for a package
 * @param endorsedProposal the tier that the figures gave for the newest endorsed package
 * @param work of step 5
 * @param briefApproved whether the newest media brief is
 * @param shifts all that were reported, oldest first
 */
record Standing(
    Programme programme,
    Dossiers.Filed filed,
    List<Review> reviews,
    Optional<Pack> lastPack,
    Optional<RecordedAssessment> design,
    Optional<Tier> endorsedProposal,
    Progress.Work work,
    boolean briefApproved,
    List<ConditionShift> shifts) {}
