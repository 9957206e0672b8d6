package org.orrery.workbench.checkpoints;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.checkpoints.PickleValue.Dict;
import org.orrery.workbench.checkpoints.PickleValue.Global;
import org.orrery.workbench.checkpoints.PickleValue.None;
import org.orrery.workbench.checkpoints.PickleValue.Tuple;

/**
 * Reads the part of Python's pickle (protocols 2 to 5, PEP 307 and 3154) that a state dict is
 * written in: text, numbers, tuples, dicts and tensors. It is a reader of data, not a machine: no
 * name is looked up, no function is called, and any name outside {@link TorchGlobals} is refused.
 *
 * <p>Its memory is bounded by the bytes it reads: memo entries share their values, nothing is
 * copied, and containers may be nested {@value #DEEPEST} deep.
 */
final class Pickle {
  static final int DEEPEST = 16;
  private static final Object MARK = new Object();

  private final ByteBuffer in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Long, Object> memo = new HashMap<>();
  private int marks;
  private int at;

  private Pickle(byte[] bytes) {
    in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The value that was pickled. */
  static Object read(byte[] bytes) throws PickleException {
    Pickle pickle = new Pickle(bytes);
    try {
      return pickle.value();
    } catch (BufferUnderflowException e) {
      throw new PickleException(
          "the pickle of %d bytes ends in the middle of what begins at byte %d"
              .formatted(bytes.length, pickle.at));
    }
  }

  private Object value() throws PickleException {
    while (true) {
      at = in.position();
      int opcode = in.get() & 0xff;
      switch (opcode) {
        case 0x80 -> protocol(); // PROTO
        case 0x95 -> in.getLong(); // FRAME, whose length nothing depends on
        case '.' -> { // STOP
          Object result = pop();
          if (!stack.isEmpty()) {
            throw wrong("stops with %d values left over".formatted(stack.size()));
          }
          return result;
        }
        case '(' -> mark();
        case 'N' -> stack.add(None.NONE);
        case 0x88 -> stack.add(true); // NEWTRUE
        case 0x89 -> stack.add(false); // NEWFALSE
        case 'K' -> stack.add((long) (in.get() & 0xff)); // BININT1
        case 'M' -> stack.add((long) (in.getShort() & 0xffff)); // BININT2
        case 'J' -> stack.add((long) in.getInt()); // BININT
        case 0x8a -> stack.add(longInteger(in.get() & 0xff)); // LONG1
        case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong()))); // BINFLOAT
        case 'X' -> stack.add(text(in.getInt() & 0xffffffffL)); // BINUNICODE
        case 0x8c -> stack.add(text(in.get() & 0xff)); // SHORT_BINUNICODE
        case ')' -> stack.add(new Tuple(List.of(), 1)); // EMPTY_TUPLE
        case 0x85, 0x86, 0x87 -> stack.add(tuple(pop(opcode - 0x84))); // TUPLE1 to TUPLE3
        case 't' -> stack.add(tuple(popToMark())); // TUPLE
        case '}' -> stack.add(new Dict()); // EMPTY_DICT
        case 's' -> setItems(pop(2)); // SETITEM
        case 'u' -> setItems(popToMark()); // SETITEMS
        case 'q' -> remember(in.get() & 0xff); // BINPUT
        case 'r' -> remember(in.getInt() & 0xffffffffL); // LONG_BINPUT
        case 0x94 -> remember(memo.size()); // MEMOIZE
        case 'h' -> recall(in.get() & 0xff); // BINGET
        case 'j' -> recall(in.getInt() & 0xffffffffL); // LONG_BINGET
        case 'c' -> stack.add(global(line(), line())); // GLOBAL
        case 0x93 -> { // STACK_GLOBAL
          List<Object> names = pop(2);
          stack.add(global(text(names.get(0)), text(names.get(1))));
        }
        case 'R' -> { // REDUCE
          List<Object> call = pop(2);
          stack.add(TorchGlobals.reduce(call.get(0), call.get(1), at));
        }
        case 'Q' -> stack.add(TorchGlobals.storage(pop(), at)); // BINPERSID
        case 'b' -> build(); // BUILD
        default ->
            throw wrong(
                "holds opcode 0x%02x, which no state dict of tensors needs".formatted(opcode));
      }
    }
  }

  private void protocol() throws PickleException {
    int version = in.get() & 0xff;
    if (version < 2 || version > 5) {
      throw wrong("is of protocol %d; 2 to 5 are read".formatted(version));
    }
  }

  private void mark() throws PickleException {
    if (++marks > DEEPEST) {
      throw wrong("is nested more than %d deep".formatted(DEEPEST));
    }
    stack.add(MARK);
  }

  private Tuple tuple(List<Object> items) throws PickleException {
    int depth = 1;
    for (Object item : items) {
      depth = Math.max(depth, 1 + PickleValue.depth(item));
    }
    limit(depth);
    return new Tuple(items, depth);
  }

  private void setItems(List<Object> pairs) throws PickleException {
    if (!(peek() instanceof Dict dict) || pairs.size() % 2 != 0) {
      throw wrong("sets items of what is no dict");
    }
    for (int i = 0; i < pairs.size(); i += 2) {
      dict.put(text(pairs.get(i)), pairs.get(i + 1));
    }
    limit(dict.depth());
  }

  /** An OrderedDict's attributes, such as a state dict's {@code _metadata}: read and let go. */
  private void build() throws PickleException {
    Object state = pop();
    if (!(state instanceof Dict) || !(peek() instanceof Dict)) {
      throw wrong(
          "gives a state to %s; only a dict's attributes are read"
              .formatted(PickleValue.kind(peek())));
    }
  }

  private Global global(String module, String name) throws PickleException {
    Global global = new Global(module + "." + name);
    if (!TorchGlobals.known(global)) {
      throw new PickleException(
          "byte %d names the global %s, which is not among %s: a state dict holds tensors alone, and nothing else of a pickle is ever run. Save it again with torch.save(model.state_dict(), ...)"
              .formatted(at, printable(global.name()), TorchGlobals.names()));
    }
    return global;
  }

  private void remember(long index) throws PickleException {
    if (index > in.capacity()) {
      throw wrong("puts memo %d in a pickle of %d bytes".formatted(index, in.capacity()));
    }
    memo.put(index, peek());
  }

  private void recall(long index) throws PickleException {
    Object value = memo.get(index);
    if (value == null) {
      throw wrong("asks for memo %d, which nothing was put in".formatted(index));
    }
    stack.add(value);
  }

  private String text(long length) throws PickleException {
    if (length > in.remaining()) {
      throw wrong("holds a text of %d bytes with %d left".formatted(length, in.remaining()));
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String text(Object value) throws PickleException {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("needs text and finds %s".formatted(PickleValue.kind(value)));
  }

  private String line() throws PickleException {
    int from = in.position();
    while (in.get() != '\n') {
      if (in.position() - from > 256) {
        throw wrong("names a global of more than 256 bytes");
      }
    }
    return new String(in.array(), from, in.position() - 1 - from, StandardCharsets.UTF_8);
  }

  private long longInteger(int length) throws PickleException {
    if (length > 8) {
      throw wrong("holds a whole number of %d bytes; 8 are read".formatted(length));
    }
    long value = 0;
    byte last = 0;
    for (int i = 0; i < length; i++) {
      last = in.get();
      value |= (last & 0xffL) << 8 * i;
    }
    return last < 0 && length < 8 ? value | -1L << 8 * length : value;
  }

  private Object peek() throws PickleException {
    if (stack.isEmpty() || stack.get(stack.size() - 1) == MARK) {
      throw wrong("takes a value where there is none");
    }
    return stack.get(stack.size() - 1);
  }

  private Object pop() throws PickleException {
    Object value = peek();
    stack.remove(stack.size() - 1);
    return value;
  }

  private List<Object> pop(int n) throws PickleException {
    Object[] values = new Object[n];
    for (int i = n - 1; i >= 0; i--) {
      values[i] = pop();
    }
    return List.of(values);
  }

  private List<Object> popToMark() throws PickleException {
    int mark = stack.lastIndexOf(MARK);
    if (mark < 0) {
      throw wrong("ends a group that never began");
    }
    List<Object> above = stack.subList(mark + 1, stack.size());
    List<Object> values = List.copyOf(above);
    stack.subList(mark, stack.size()).clear();
    marks--;
    return values;
  }

  private void limit(int depth) throws PickleException {
    if (depth > DEEPEST) {
      throw wrong("is nested more than %d deep".formatted(DEEPEST));
    }
  }

  private PickleException wrong(String what) {
    return new PickleException("at byte %d the pickle %s".formatted(at, what));
  }

  private static String printable(String name) {
    return name.replaceAll("[^\\p{Graph} ]", "?");
  }
}
