package org.orrery.lab.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CarriageReturnsTest {

  @Test
  void showsWhatATerminalWouldShow() {
    assertThat(CarriageReturns.applied("plain\ntext")).isEqualTo("plain\ntext");
    assertThat(CarriageReturns.applied("10 %\r50 %\r100 %\ndone")).isEqualTo("100 %\ndone");
    assertThat(CarriageReturns.applied("abcdef\rxy")).isEqualTo("xycdef");
    assertThat(CarriageReturns.applied("ab\b\bcd")).isEqualTo("cd");
    assertThat(CarriageReturns.applied("\r\nwindows\r\n")).isEqualTo("\nwindows\n");
  }
}
