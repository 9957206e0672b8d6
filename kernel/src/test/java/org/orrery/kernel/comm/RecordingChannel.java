package org.orrery.kernel.comm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A front end that writes down what it is told. */
public final class RecordingChannel implements CommChannel {

  /** One thing said to the front end. */
  public record Said(String type, String id, String target, CommMessage message) {}

  private final List<Said> said = new CopyOnWriteArrayList<>();

  /** Everything said, in order. */
  public List<Said> said() {
    return said;
  }

  List<String> sent() {
    return said.stream()
        .map(
            one ->
                "%s %s%s"
                    .formatted(
                        one.type(),
                        one.target().isEmpty() ? "" : one.target() + " ",
                        one.message().data()))
        .toList();
  }

  @Override
  public void open(String id, String target, CommMessage first) {
    said.add(new Said("open", id, target, first));
  }

  @Override
  public void send(String id, CommMessage message) {
    said.add(new Said("send", id, "", message));
  }

  @Override
  public void close(String id, CommMessage last) {
    said.add(new Said("close", id, "", last));
  }

  @Override
  public Optional<String> parent() {
    return Optional.of("a-request");
  }

  @Override
  public Runnable bound(Runnable work) {
    return work;
  }
}
