package org.orrery.kernel.comm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open comms, and the targets to which the front end may open one. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * var comms = Comms.ofThisKernel();
 * comms.register(CommTarget.named("clock", (comm, first) -> comm.send(Map.of("ticks", 1))));
 * var comm = comms.open("orrery.player", CommMessage.empty());
 * }</pre>
 */
public final class Comms {

  private static final Comms OF_THIS_KERNEL = new Comms();

  private final Map<String, Comm> open = new ConcurrentHashMap<>();
  private final Map<String, CommTarget> registered = new ConcurrentHashMap<>();
  private volatile CommChannel channel = Unconnected.CHANNEL;

  private Comms() {}

  /** Those that the running kernel connects to its front end. */
  public static Comms ofThisKernel() {
    return OF_THIS_KERNEL;
  }

  /** Others, that lead nowhere until they are connected. */
  public static Comms unconnected() {
    return new Comms();
  }

  /** Sends over {@code channel} from now on. */
  public void connect(CommChannel channel) {
    this.channel = channel;
  }

  /** Leads nowhere from now on. */
  public void disconnect() {
    channel = Unconnected.CHANNEL;
  }

  /** Where messages go now. */
  public CommChannel channel() {
    return channel;
  }

  /** Opens a comm to what the front end knows as {@code target}. */
  public Comm open(String target, CommMessage first) {
    return open(UUID.randomUUID().toString(), target, first);
  }

  /** Opens a comm under an identity that the caller has made unique. */
  public Comm open(String id, String target, CommMessage first) {
    var comm = new Comm(this, id, target);
    open.put(id, comm);
    channel.open(id, target, first);
    return comm;
  }

  /** From now on {@code target} takes the comms that the front end opens to its name. */
  public void register(CommTarget target) {
    registered.put(target.name(), target);
  }

  /**
   * From now on the front end cannot open comms to {@code name}, unless the class path offers it.
   */
  public void unregister(String name) {
    registered.remove(name);
  }

  /** The open comm with this identity. */
  public Optional<Comm> find(String id) {
    return Optional.ofNullable(open.get(id));
  }

  /** The open comms, in no order. */
  public List<Comm> all() {
    return List.copyOf(open.values());
  }

  /**
   * The front end has opened a comm: hands it to its target, or closes it when there is none. The
   * kernel calls this, and the two methods below, on the thread and within the request of the
   * message.
   */
  public void opened(String id, String targetName, CommMessage first) {
    var target = target(targetName);
    if (target.isEmpty()) {
      channel.close(id, CommMessage.empty());
      return;
    }
    var comm = new Comm(this, id, targetName);
    open.put(id, comm);
    try {
      target.get().opened(comm, first);
    } catch (RuntimeException | Error e) {
      comm.close();
      throw e;
    }
  }

  /** The front end has sent {@code message}; one for a comm that is closed by now is dropped. */
  public void received(String id, CommMessage message) {
    find(id).ifPresent(comm -> comm.received(message));
  }

  /** The front end has closed a comm. */
  public void closed(String id, CommMessage last) {
    Optional.ofNullable(open.remove(id)).ifPresent(comm -> comm.closedByFrontEnd(last));
  }

  void forget(Comm comm) {
    open.remove(comm.id());
  }

  private Optional<CommTarget> target(String name) {
    var one = registered.get(name);
    return one != null ? Optional.of(one) : Optional.ofNullable(OnClassPath.TARGETS.get(name));
  }

  /** Found when a front end first opens a comm, so that a kernel starts without them. */
  private static final class OnClassPath {
    static final Map<String, CommTarget> TARGETS = new ConcurrentHashMap<>();

    static {
      ServiceLoader.load(CommTarget.class, Comms.class.getClassLoader())
          .forEach(target -> TARGETS.put(target.name(), target));
    }
  }
}
