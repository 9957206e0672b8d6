package org.orrery.kernel.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orrery.kernel.protocol.Message;

/**
 * The code of the cells that were executed, as front ends ask for it. Of this session only: it ends
 * with the kernel.
 */
final class History {

  private record Input(int number, String code) {}

  private final List<Input> inputs = new ArrayList<>();

  void add(int number, String code) {
    inputs.add(new Input(number, code));
  }

  Map<String, Object> answer(Message request) {
    var found =
        switch (request.text("hist_access_type")) {
          case "range" -> range(request.number("start", 0), request.number("stop", 0));
          case "search" -> last(matching(request), request.number("n", inputs.size()));
          default -> last(inputs, request.number("n", 10));
        };
    var withOutput = request.flag("output", false);
    return Map.of(
        "status", "ok", "history", found.stream().map(one -> line(one, withOutput)).toList());
  }

  private List<Input> range(int start, int stop) {
    return inputs.stream()
        .filter(one -> one.number() >= start && (stop <= 0 || one.number() < stop))
        .toList();
  }

  private List<Input> matching(Message request) {
    var glob = request.text("pattern");
    var pattern =
        Pattern.compile(
            glob.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c))
                .collect(Collectors.joining()),
            Pattern.DOTALL);
    var found = inputs.stream().filter(one -> pattern.matcher(one.code()).matches()).toList();
    return request.flag("unique", false) ? latestOfEach(found) : found;
  }

  private static List<Input> latestOfEach(List<Input> inputs) {
    var latest = new LinkedHashMap<String, Input>();
    for (var input : inputs) {
      latest.remove(input.code());
      latest.put(input.code(), input);
    }
    return List.copyOf(latest.values());
  }

  private static List<Input> last(List<Input> inputs, int n) {
    return inputs.subList(Math.max(0, inputs.size() - Math.max(0, n)), inputs.size());
  }

  private static List<Object> line(Input input, boolean withOutput) {
    var code = withOutput ? Arrays.asList(input.code(), null) : input.code();
    return List.of(0, input.number(), code);
  }
}
