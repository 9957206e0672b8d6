package org.orrery.workbench.worlds;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;

/** The SHA-256 of the frames of two clips of each world: the same on every machine and Java. */
class GoldenFramesTest {
  private static final Map<String, String> GOLDEN =
      Map.ofEntries(
          entry(
              "bouncing-ball", "3802b5609db540456d65f556d391b728974bdcc03b2ac34e70346dcea2f3c5ca"),
          entry(
              "uniform-motion", "e6480efcade866d4c37db905afd120e1769e720f02ea6f034d71e576fab2123d"),
          entry("parabola", "7d3b04021a1af76818354271a90c9624cbc03af02b6f66848ea42e87399518bf"),
          entry("drag", "2d1684f2bd5ae3209583e25c641cfe2ff5ab1aceccb5d4785feea35421eeb424"),
          entry("collisions", "4b38626350fe0c0c244832a36b72c87e8819427779ca502e2d333c090245f10c"),
          entry(
              "two-body-orbit", "0083f2df132fecf153ee2c3f29b13f63a2fa2f6172d48fe8b28d3b7738e835f5"),
          entry(
              "three-body-orbit",
              "827cab652c9c40addba7b3e27cec1dab0bb48ef0a04ef08253243f375e7099c1"),
          entry("pendulum", "4e181936d99f5ba22c4c8b5be782b717a90b383f4af2b9bd2c5da00d6fec0e06"),
          entry(
              "double-pendulum",
              "a204365902e075953c8086cf465df3ef4cdd2634ca434a2372affc9da4cc4624"),
          entry(
              "elastic-pendulum",
              "038d6959bf34871f11ca8070bbae32e06639abc831b2609badc143da84d5679c"),
          entry("spring-chain", "b245cf9fa574295a55ca373a2ca06681836edbb06e513e44db6a7a03f65b9d65"),
          entry("light", "87eda47cc45463a661ebc70c6083498cf60078b4042840b10232fdabcb77bc88"),
          entry("car-crash", "58c850b432f17fb8a61b1fa54e4df55d7682ec59b389889f3d2cd0a7da92cd89"),
          entry("building", "858b0f73e238a6ded7519b413b33216b350d8368c529a38061a52579d2fa652c"),
          entry("dam-break", "2e91661f00aaf75710d512254fdd833a7867901fcca5312446de186b35c217b3"),
          entry("pouring", "55be36c01e1b360794ef799d1107419abc57c9969dce000b1af57e10110b60c1"),
          entry("stirred-dye", "77959dd0e4520f685a76c7fe0c3dc00c242a2c02e09d403d7c9a6a2460c09bac"),
          entry(
              "floating-body", "188f9c2d2b2af11d6fa2453d0a9fc08352931d0a58ce12d2244520d8ea6fb661"),
          entry("limbs", "61b3adcddd66f35ecdcac03d6ac04ca91d8c317ac0208ae8dc75296726cb3cf9"),
          entry("cloth", "061bd591257cc29a34bb8186c7b1f08fe8413e2e8db9f9d98ccb57afaf0bfde8"),
          entry(
              "tearing-cloth", "c9e1c7e276fe7c824eb81cafd20e4afe400d7f798d75a4f0edf0e6824e54ef56"),
          entry("jelly", "bab2bccb36774d92804f958cfaf1159b5ebff2bef2c100eb6e38b52ebfa23e97"));

  static Stream<World> worlds() {
    return Worlds.all().stream();
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void framesAreTheSameToTheByte(World world) throws NoSuchAlgorithmException {
    if (Fingerprints.SINES_OF_THE_JVM.contains(world.name())) {
      assumeThat(System.getProperty("os.arch")).isIn("amd64", "x86_64");
    }
    assertThat(sha256(world))
        .as(
            "frames of %s; if they are meant to change, write the new hash into %s, make the page's picture anew (WorldPage) and say in the commit why: clips made before are no longer to be had",
            world.name(), GoldenFramesTest.class.getSimpleName())
        .isEqualTo(GOLDEN.get(world.name()));
  }

  @Test
  void everyWorldHasItsHash() {
    assertThat(worlds().map(World::name)).containsExactlyInAnyOrderElementsOf(GOLDEN.keySet());
  }

  private static String sha256(World world) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < 2; i++) {
      Clip clip = world.generate(7, i);
      for (int t = 0; t < clip.frames(); t++) {
        digest.update(clip.frame(t));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
