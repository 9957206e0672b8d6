package org.orrery.kernel.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTest {

  private final Wire wire = Wire.signedWith("a secret");

  @Test
  void aMessageSurvivesTheRoundTrip() throws Exception {
    var sent = message();

    var received = wire.decode(wire.encode(sent));

    assertThat(received.header()).isEqualTo(sent.header());
    assertThat(received.parent()).isEqualTo(sent.parent());
    assertThat(received.metadata()).isEqualTo(sent.metadata());
    assertThat(received.content()).isEqualTo(sent.content());
    assertThat(received.identities()).hasSize(1).first().isEqualTo("peer".getBytes(UTF_8));
    assertThat(received.buffers()).hasSize(1).first().isEqualTo(new byte[] {0, 1, -1});
  }

  @Test
  void textThatIsNoUnicodeIsRepaired() throws Exception {
    var broken =
        Map.<String, Object>of(
            "text", "a\uD83Db\uDE00 \uD83D\uDE00\uD83D", "deep", List.of("\uDE00"));
    var sent = Message.of(Header.create("stream", "s", "me"), broken);

    var received = wire.decode(wire.encode(sent));

    assertThat(received.content())
        .isEqualTo(Map.of("text", "a\uFFFDb\uFFFD \uD83D\uDE00\uFFFD", "deep", List.of("\uFFFD")));
  }

  @Test
  void theSubshellTravelsInTheHeaderAndItsReply() throws Exception {
    var header = Header.create("execute_request", "s", "me").forSubshell("sub-1");

    var received = wire.decode(wire.encode(Message.of(header, Map.of())));
    var reply = wire.decode(wire.encode(received.reply(header, Map.of())));

    assertThat(received.header()).isEqualTo(header);
    assertThat(reply.parent().orElseThrow().subshell()).contains("sub-1");
    assertThat(wire.decode(wire.encode(message())).header().subshell()).isEmpty();
  }

  /** HMAC-SHA256 of RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?". */
  @Test
  void theSignatureIsThatOfTheStandard() {
    var signature = Signature.of("hmac-sha256", "Jefe");

    var signed = signature.sign(List.of("what do ya want ".getBytes(UTF_8), bytes("for nothing?")));

    assertThat(new String(signed, UTF_8))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void aMessageSignedWithAnotherKeyIsRefused() {
    var frames = Wire.signedWith("another secret").encode(message());

    assertThatThrownBy(() -> wire.decode(frames))
        .isInstanceOf(RefusedMessageException.class)
        .hasMessageContaining("signature does not match");
  }

  @Test
  void everyChangedByteOfASignedPartIsNoticed() {
    for (int part = 3; part < 7; part++) {
      var frames = new ArrayList<>(wire.encode(message()));
      var changed = frames.get(part).clone();
      changed[changed.length / 2] ^= 1;
      frames.set(part, changed);

      assertThatThrownBy(() -> wire.decode(frames)).isInstanceOf(RefusedMessageException.class);
    }
  }

  @Test
  void anEmptyKeyMeansUnsigned() throws Exception {
    var unsigned = Wire.signedWith("");

    var frames = unsigned.encode(message());

    assertThat(frames.get(2)).isEmpty();
    assertThat(unsigned.decode(frames).type()).isEqualTo("execute_request");
  }

  @Test
  void garbageIsRefusedWithItsReason() {
    var unsigned = Wire.signedWith("");

    assertRefused(unsigned, "without one");
    assertRefused(unsigned, "without one", "hello");
    assertRefused(unsigned, "received 1 frames", "<IDS|MSG>", "");
    assertRefused(unsigned, "not JSON", "<IDS|MSG>", "", "{", "{}", "{}", "{}");
    assertRefused(unsigned, "not JSON", "<IDS|MSG>", "", "[1]", "{}", "{}", "{}");
    assertRefused(unsigned, "null", "<IDS|MSG>", "", "null", "{}", "{}", "{}");
    assertRefused(unsigned, "msg_id", "<IDS|MSG>", "", "{}", "{}", "{}", "{}");
    assertRefused(
        unsigned, "not JSON", "<IDS|MSG>", "", "{\"msg_id\":\"1\",\"msg_type\":\"t\"}", "{}", "{}");
  }

  private static void assertRefused(Wire wire, String reason, String... frames) {
    var raw = new ArrayList<byte[]>();
    Arrays.stream(frames).forEach(frame -> raw.add(bytes(frame)));
    if (raw.size() == 5) {
      raw.add(new byte[] {(byte) 0xff});
    }
    assertThatThrownBy(() -> wire.decode(raw))
        .isInstanceOf(RefusedMessageException.class)
        .hasMessageContaining(reason);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static Message message() {
    var parent = Header.create("input_request", "s-0", "me");
    return new Message(
        List.of(bytes("peer")),
        Header.create("execute_request", "s-1", "me"),
        Optional.of(parent),
        Map.of("cellId", "c-1"),
        Map.of("code", "\"π\".length()", "silent", false),
        List.of(new byte[] {0, 1, -1}));
  }
}
