package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.MatchedPair;
import org.orrery.workbench.worlds.Violation;
import org.orrery.workbench.worlds.Worlds;

class PermanenceLedgerTest {

  @Test
  void ballsThatVanishInTheDreamAreDeathsThereAndNotInTheTruth() {
    // given twelve clips, in eight of which the dreamt ball disappears after the given frames
    List<Clip> truth = new ArrayList<>();
    List<Clip> imagined = new ArrayList<>();
    for (int i = 0; truth.size() < 12; i++) {
      MatchedPair pair = Violation.DISAPPEARS.pair(Worlds.uniformMotion(), 5, i);
      truth.add(pair.possible());
      imagined.add(truth.size() <= 8 ? pair.impossible() : pair.possible());
    }

    PermanenceLedger ledger = Physics.permanence(ConservationTest.dreams(truth, imagined));

    assertThat(ledger.clips()).isEqualTo(12);
    assertThat(ledger.row(VideoFault.DEATH).imagined()).isBetween(7, 8);
    assertThat(ledger.row(VideoFault.DEATH).truth()).isZero();
    assertThat(ledger.imagined()).isBetween(7 / 12.0, 8 / 12.0);
    assertThat(ledger.truth()).isZero();
    assertThat(ledger.interval()[0]).isLessThan(ledger.imagined());
    assertThat(ledger.interval()[1]).isGreaterThan(ledger.imagined());
    assertThat(ledger.notes()).contains("12 clips", "in the true ones of 0 %");
  }

  @Test
  void aTruthDreamtTwiceIsFlaggedAlikeOnBothSides() {
    List<Clip> truth = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      truth.add(Worlds.bouncingBall().generate(1, i));
    }
    PermanenceLedger ledger = Physics.permanence(ConservationTest.dreams(truth, truth));
    assertThat(ledger.rows()).allSatisfy(r -> assertThat(r.imagined()).isEqualTo(r.truth()));
    assertThat(ledger.imagined()).isEqualTo(ledger.truth());
  }
}
