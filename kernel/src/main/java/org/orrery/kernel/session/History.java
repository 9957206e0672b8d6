package org.orrery.kernel.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orrery.kernel.display.MimeBundle;
import org.orrery.kernel.protocol.Message;

/**
 * The code of the cells that were executed, as front ends ask for it: of this session, and of the
 * sessions before it that a {@link HistoryFile} holds. The oldest of very many are forgotten.
 */
final class History implements Requests {

  private static final int MOST_INPUTS = 10_000;
  private static final int LONGEST_OUTPUT = 10_000;

  /**
   * A cell that was executed.
   *
   * @param session number of its session; 0 is this one
   * @param output text of its result, or null
   */
  record Input(int session, int number, String code, String output) {}

  private final HistoryFile file;
  private final Deque<Input> inputs = new ArrayDeque<>();

  History(HistoryFile file) {
    this.file = file;
  }

  /** Remembers the cell {@code number}. */
  synchronized void add(int number, String code) {
    inputs.add(new Input(0, number, code, null));
    if (inputs.size() > MOST_INPUTS) {
      inputs.remove();
    }
    file.add(number, code);
  }

  /** Remembers the result of the cell {@code number}, if it is the last one and a short text. */
  synchronized void result(int number, MimeBundle bundle) {
    var last = inputs.peekLast();
    if (last != null
        && last.number() == number
        && bundle.data().get(MimeBundle.PLAIN) instanceof String text
        && text.length() <= LONGEST_OUTPUT) {
      inputs.removeLast();
      inputs.add(new Input(0, number, last.code(), text));
    }
  }

  @Override
  public Optional<Reply> answer(Message request) {
    var found =
        switch (request.text("hist_access_type")) {
          case "range" -> range(request);
          case "search" -> last(matching(request), request.number("n", Integer.MAX_VALUE));
          default -> last(all(), request.number("n", 10));
        };
    var withOutput = request.flag("output", false);
    return Reply.of(
        Map.of(
            "status", "ok", "history", found.stream().map(one -> line(one, withOutput)).toList()));
  }

  private List<Input> all() {
    var all = new ArrayList<>(file.earlier());
    synchronized (this) {
      all.addAll(inputs);
    }
    return all;
  }

  /** Of one session: 0 is this one, -1 the one before it, and so on. */
  private List<Input> range(Message request) {
    var all = all();
    var asked = request.number("session", 0);
    var session = asked < 0 ? file.sessions() + 1 + asked : asked;
    var start = request.number("start", 0);
    var stop = request.number("stop", 0);
    return all.stream()
        .filter(one -> one.session() == session)
        .filter(one -> one.number() >= start && (stop <= 0 || one.number() < stop))
        .toList();
  }

  private List<Input> matching(Message request) {
    var found = all().stream().filter(glob(request.text("pattern"))).toList();
    return request.flag("unique", false) ? latestOfEach(found) : found;
  }

  private static Predicate<Input> glob(String glob) {
    var regex =
        glob.codePoints()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    var pattern = Pattern.compile(regex, Pattern.DOTALL);
    return one -> pattern.matcher(one.code()).matches();
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
    var code = withOutput ? Arrays.asList(input.code(), input.output()) : input.code();
    return List.of(input.session(), input.number(), code);
  }
}
