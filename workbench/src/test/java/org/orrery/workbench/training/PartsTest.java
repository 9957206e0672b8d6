package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

class PartsTest {

  @Test
  void aPartIsTheBeginningOfANameUpToADotOrANumber() {
    assertThat(Parts.holds("encoder", "encoder.fc.weight")).isTrue();
    assertThat(Parts.holds("predictor.block", "predictor.block1.out.bias")).isTrue();
    assertThat(Parts.holds("predictor.block1", "predictor.block10.out.bias")).isFalse();
    assertThat(Parts.holds("encoder.fc.weight", "encoder.fc.weight")).isTrue();
    assertThat(Parts.holds("enc", "encoder.fc.weight")).isFalse();
    assertThat(Parts.holds("decoder", "encoder.fc.weight")).isFalse();
  }

  @Test
  void aPartThatIsNotThereIsRefusedWithThoseThatAre() {
    Parameters parameters =
        Parameters.of(
            List.of(
                Parameter.weight("encoder.fc.weight", Nd4j.ones(2, 2)),
                Parameter.weight("predictor.position", Nd4j.ones(2, 2))));

    assertThatThrownBy(() -> Parts.require("encodre", parameters, ".freeze(...)"))
        .hasMessage(
            ".freeze(...): no parameter's name begins with \"encodre\"; the parts there are: encoder, encoder.fc, predictor");
  }
}
