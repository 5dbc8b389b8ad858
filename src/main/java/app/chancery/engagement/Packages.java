package app.chancery.engagement;

import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The packages of all programmes, with all their versions. */
@Service
public class Packages {

  private final PackageRegister register;

  Packages(PackageRegister register) {
    this.register = register;
  }

  /**
   * The newest version.
   *
   * @throws NotFound if no package was drafted yet
   */
  public EngagementPackage current(String programme) {
    return findCurrent(programme)
        .orElseThrow(() -> new NotFound(Words.of("none.package").formatted(programme)));
  }

  /** Who has signed the newest version; there must be one. */
  String draftedBy(String programme) {
    return register.draftedBy(programme);
  }

  /** The newest version, if there is one. */
  public Optional<EngagementPackage> findCurrent(String programme) {
    return register.newest(programme);
  }

  /** The newest version that the council has adopted. */
  public Optional<EngagementPackage> endorsed(String programme) {
    return register.newestEndorsed(programme);
  }

  /**
   * Of several programmes, the newest version that the executives have approved, whether the
   * council has adopted it or not, by programme; those without one are left out.
   *
   * @param programmes at least one
   */
  public Map<String, EngagementPackage> approved(Collection<String> programmes) {
    return register.newestApproved(programmes).stream()
        .collect(Collectors.toMap(EngagementPackage::programme, Function.identity()));
  }

  /** The tiers that the figures gave when the newest endorsed packages were designed. */
  public Map<String, Tier> proposedTiersOfEndorsed(Collection<String> programmes) {
    return register.proposedTiersOfEndorsed(programmes);
  }

  /**
   * What the packages of all open programmes but one bind, apart by whether the council has adopted
   * them. A programme binds by its newest version that has instruments, also while a further one is
   * being drafted. While a new package is designed beside the work, it binds by the larger of the
   * new one and the one that the work goes on under.
   *
   * @param except the programme that asks
   * @param worth points of an instrument at each level of cost
   */
  Map<Boolean, Long> boundBeside(String except, Map<String, Integer> worth) {
    return register.boundBeside(except, worth);
  }

  /** The same of that programme; nothing if it has ended. */
  Map<Boolean, Long> boundBy(String programme, Map<String, Integer> worth) {
    return register.boundBy(programme, worth);
  }

  /**
   * What one programme binds.
   *
   * @param points above 0
   */
  public record Share(String programme, Tier tier, int points) {}

  /**
   * The largest shares, first the largest of all.
   *
   * @param of how many programmes bind anything
   */
  public record Shares(List<Share> largest, long of) {}

  /**
   * Of the other open programmes those that bind most.
   *
   * @param except the programme that asks
   * @param worth points of an instrument at each level of cost
   * @param most how many
   */
  Shares sharesBeside(String except, Map<String, Integer> worth, int most) {
    return register.sharesBeside(except, worth, most);
  }

  /**
   * What the open programmes are committed to by endorsed packages: how many programmes have one,
   * and how many instruments these plan at each level of cost.
   *
   * @param except the programme that asks
   */
  public Commitments commitmentsBeside(String except) {
    return register.commitmentsBeside(except);
  }

  /**
   * @param packages how many programmes have an endorsed package
   * @param instrumentsByCost low, medium, high
   */
  public record Commitments(long packages, Map<String, Long> instrumentsByCost) {}

  /** All versions, oldest first. */
  public List<EngagementPackage> versions(String programme) {
    return register.versions(programme);
  }

  /**
   * Files a first or a revised offer as a new version, still without instruments.
   *
   * @throws app.chancery.platform.refusal.Refused if the terms do not fit the tier
   */
  @Transactional
  public EngagementPackage draft(
      String programme, Tier proposedTier, Tier tier, String tierReason, PackageTerms terms) {
    int before = findCurrent(programme).map(EngagementPackage::version).orElse(0);
    return file(
        EngagementPackage.draft(programme, before + 1, proposedTier, tier, tierReason, terms));
  }

  /**
   * Puts instruments with their dates into the newest version, in place of those it had. One
   * transaction after the other: what all bind together is checked in the same one.
   */
  @Transactional
  public EngagementPackage plan(String programme, List<PlannedInstrument> instruments) {
    register.hold();
    register.replan(current(programme).planning(instruments));
    return current(programme);
  }

  /**
   * The council's objections changed the terms: a new version of the same tier with the same
   * instruments, ready for the next round. The caller records the decision.
   *
   * @throws app.chancery.platform.refusal.Refused if the terms do not fit the tier
   */
  @Transactional
  public EngagementPackage amend(String programme, PackageTerms terms) {
    return file(current(programme).amended(terms));
  }

  /** The executives have approved the newest version. */
  @Transactional
  public void approve(String programme) {
    register.mark(current(programme).approved());
  }

  /** The council has adopted the newest version. */
  @Transactional
  public void endorse(String programme) {
    register.mark(current(programme).endorsed());
  }

  /** The council has adopted none of the versions behind the last that it did adopt. */
  @Transactional
  public void drop(String programme) {
    register.drop(programme);
  }

  private EngagementPackage file(EngagementPackage version) {
    register.add(version);
    return current(version.programme());
  }
}
