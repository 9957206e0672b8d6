package org.orrery.lab.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.orrery.kernel.protocol.Message;
import org.orrery.lab.notebook.Output;

/** The outputs of one cell, kept as a notebook page would show them. */
final class CellOutputs {

  private static final class Slot {
    final Optional<String> displayId;
    final StringBuilder text = new StringBuilder();
    Output output;

    Slot(Output output, Optional<String> displayId) {
      this.output = output;
      this.displayId = displayId;
    }
  }

  private final List<Slot> slots = new ArrayList<>();
  private final Map<String, String> timing = new LinkedHashMap<>();
  private OptionalInt executionCount = OptionalInt.empty();
  private boolean clearBeforeNext;

  /** Takes one IOPub message of this cell; the output it added, if it added one. */
  Optional<Output> take(Message message) {
    switch (message.type()) {
      case "status" ->
          timing.put("iopub.status." + message.text("execution_state"), message.header().date());
      case "execute_input" -> {
        timing.put("iopub.execute_input", message.header().date());
        executionCount = count(message);
      }
      case "clear_output" -> {
        clearBeforeNext = message.flag("wait", false);
        if (!clearBeforeNext) {
          slots.clear();
        }
      }
      case "stream" -> {
        return Optional.of(print(new Output.Stream(message.text("name"), message.text("text"))));
      }
      case "display_data" -> {
        return Optional.of(
            add(
                new Output.Display(message.object("data"), message.object("metadata")),
                displayId(message)));
      }
      case "execute_result" -> {
        return Optional.of(
            add(
                new Output.Result(
                    message.number("execution_count", 0),
                    message.object("data"),
                    message.object("metadata")),
                displayId(message)));
      }
      case "error" -> {
        return Optional.of(add(error(message), Optional.empty()));
      }
      default -> {
        // Comm and debug messages leave nothing in a notebook.
      }
    }
    return Optional.empty();
  }

  /** Shows {@code data} in every output of this cell that was displayed under {@code id}. */
  void update(String id, Map<String, Object> data, Map<String, Object> metadata) {
    for (var slot : slots) {
      if (slot.displayId.filter(id::equals).isPresent()) {
        slot.output =
            slot.output instanceof Output.Result result
                ? new Output.Result(result.executionCount(), data, metadata)
                : new Output.Display(data, metadata);
      }
    }
  }

  /** Adds an output that the runner itself makes. */
  void add(Output output) {
    add(output, Optional.empty());
  }

  void replied(String date) {
    timing.put("shell.execute_reply", date);
  }

  List<Output> outputs() {
    return slots.stream().map(CellOutputs::finished).toList();
  }

  OptionalInt executionCount() {
    return executionCount;
  }

  Map<String, String> timing() {
    return new HashMap<>(timing);
  }

  static Optional<String> displayId(Message message) {
    return message.object("transient").get("display_id") instanceof String id
        ? Optional.of(id)
        : Optional.empty();
  }

  private Output print(Output.Stream stream) {
    clearIfDue();
    var last = slots.isEmpty() ? null : slots.get(slots.size() - 1);
    var continues =
        last != null
            && last.output instanceof Output.Stream before
            && before.name().equals(stream.name());
    var slot = continues ? last : new Slot(stream, Optional.empty());
    if (!continues) {
      slots.add(slot);
    }
    slot.text.append(stream.text());
    return stream;
  }

  private Output add(Output output, Optional<String> displayId) {
    clearIfDue();
    slots.add(new Slot(output, displayId));
    return output;
  }

  private void clearIfDue() {
    if (clearBeforeNext) {
      slots.clear();
      clearBeforeNext = false;
    }
  }

  private static Output finished(Slot slot) {
    return slot.output instanceof Output.Stream stream
        ? new Output.Stream(stream.name(), CarriageReturns.applied(slot.text.toString()))
        : slot.output;
  }

  private static Output error(Message message) {
    var lines = new ArrayList<String>();
    if (message.content().get("traceback") instanceof List<?> list) {
      list.forEach(line -> lines.add(String.valueOf(line)));
    }
    return new Output.Error(message.text("ename"), message.text("evalue"), lines);
  }

  private static OptionalInt count(Message message) {
    var count = message.number("execution_count", -1);
    return count < 0 ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
