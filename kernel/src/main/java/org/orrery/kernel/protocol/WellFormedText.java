package org.orrery.kernel.protocol;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes texts with a replacement character for every half of a surrogate pair, which Java's
 * strings may hold and UTF-8 may not: one in a message, and front ends refuse the whole message.
 */
final class WellFormedText extends StdSerializer<String> {

  private static final char REPLACEMENT = '\uFFFD';

  WellFormedText() {
    super(String.class);
  }

  @Override
  public void serialize(String text, JsonGenerator json, SerializationContext context) {
    json.writeString(wellFormed(text));
  }

  static String wellFormed(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isSurrogate(text.charAt(i))) {
        continue;
      }
      var isPair =
          i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
      if (isPair) {
        i++;
      } else {
        repaired = repaired == null ? new StringBuilder(text) : repaired;
        repaired.setCharAt(i, REPLACEMENT);
      }
    }
    return repaired == null ? text : repaired.toString();
  }
}
