package org.orrery.kernel.widgets;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a property may hold, and how it is read from what a front end sends. */
enum Kind {
  BOOL("true or false"),
  INT("a whole number"),
  FLOAT("a finite number"),
  TEXT("a text"),
  BYTES("bytes"),
  DATE("a date"),
  INSTANT("a moment"),
  DATETIME("a date and time"),
  TIME("a time of day"),
  WIDGET("a widget"),
  ANY("anything"),
  TEXTS("a list of texts"),
  INTS("a list of whole numbers"),
  FLOATS("a list of finite numbers"),
  WIDGETS("a list of widgets"),
  ANYS("a list");

  private final String description;

  Kind(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** The value that {@code json} stands for; empty when it stands for none of this kind. */
  Optional<Object> read(Object json) {
    try {
      return switch (this) {
        case BOOL -> only(Boolean.class, json);
        case INT -> json instanceof Number n ? whole(n) : Optional.empty();
        case FLOAT -> json instanceof Number n ? finite(n) : Optional.empty();
        case TEXT -> only(String.class, json);
        case BYTES -> only(byte[].class, json);
        case DATE -> json instanceof Map<?, ?> m ? Optional.of(date(m)) : Optional.empty();
        case TIME -> json instanceof Map<?, ?> m ? Optional.of(time(m)) : Optional.empty();
        case DATETIME ->
            json instanceof Map<?, ?> m
                ? Optional.of(LocalDateTime.of(date(m), time(m)))
                : Optional.empty();
        case INSTANT ->
            json instanceof Map<?, ?> m
                ? Optional.of(LocalDateTime.of(date(m), time(m)).toInstant(ZoneOffset.UTC))
                : Optional.empty();
        case WIDGET -> OpenWidgets.find(json).map(widget -> widget);
        case ANY -> Optional.of(json);
        case TEXTS -> list(TEXT, json);
        case INTS -> list(INT, json);
        case FLOATS -> list(FLOAT, json);
        case WIDGETS -> list(WIDGET, json);
        case ANYS -> list(ANY, json);
      };
    } catch (NullPointerException | ClassCastException | DateTimeException e) {
      return Optional.empty(); // a date without a year, a month of 13, a null in a list
    }
  }

  /** Whether {@code value}, which Java code gives, can be sent. */
  boolean admits(Object value) {
    return switch (this) {
      case FLOAT -> value instanceof Double d && Double.isFinite(d);
      case FLOATS -> ((List<?>) value).stream().allMatch(FLOAT::admits);
      default -> true; // the compiler has seen to it
    };
  }

  /** {@code value} as JSON-like data, with bytes left as they are. */
  static Object json(Object value) {
    if (value instanceof Widget widget) {
      return OpenWidgets.reference(widget);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Kind::json).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((key, one) -> copy.put(String.valueOf(key), json(one)));
      return copy;
    }
    if (value instanceof LocalDate date) {
      return Map.of(
          "year", date.getYear(), "month", date.getMonthValue() - 1, "date", date.getDayOfMonth());
    }
    if (value instanceof LocalTime time) {
      return Map.of(
          "hours", time.getHour(),
          "minutes", time.getMinute(),
          "seconds", time.getSecond(),
          "milliseconds", time.getNano() / 1_000_000);
    }
    if (value instanceof LocalDateTime at) {
      var both = new LinkedHashMap<String, Object>();
      both.putAll(asMap(json(at.toLocalDate())));
      both.putAll(asMap(json(at.toLocalTime())));
      return both;
    }
    if (value instanceof Instant at) {
      return json(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object json) {
    return (Map<String, Object>) json;
  }

  private static Optional<Object> only(Class<?> type, Object json) {
    return type.isInstance(json) ? Optional.of(json) : Optional.empty();
  }

  private static Optional<Object> whole(Number n) {
    return n.doubleValue() == n.intValue() ? Optional.of(n.intValue()) : Optional.empty();
  }

  private static Optional<Object> finite(Number n) {
    return Double.isFinite(n.doubleValue()) ? Optional.of(n.doubleValue()) : Optional.empty();
  }

  private static Optional<Object> list(Kind elements, Object json) {
    if (!(json instanceof List<?> list)) {
      return Optional.empty();
    }
    var read = list.stream().map(elements::read).toList();
    return read.stream().allMatch(Optional::isPresent)
        ? Optional.of(read.stream().map(Optional::get).toList())
        : Optional.empty();
  }

  /** Months count from 0, as in JavaScript. */
  private static LocalDate date(Map<?, ?> m) {
    return LocalDate.of(number(m, "year"), number(m, "month") + 1, number(m, "date"));
  }

  private static LocalTime time(Map<?, ?> m) {
    return LocalTime.of(
        number(m, "hours"),
        number(m, "minutes"),
        number(m, "seconds"),
        number(m, "milliseconds") * 1_000_000);
  }

  private static int number(Map<?, ?> m, String name) {
    return ((Number) m.get(name)).intValue();
  }
}
