package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Configs as the maps that cards hold, and back. */
final class Configs {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Configs() {}

  /** Every component of the record by its name, in order. */
  static Map<String, Object> map(Record config) {
    return JSON.convertValue(config, new TypeReference<LinkedHashMap<String, Object>>() {});
  }

  /** The record again; a missing, unknown or wrongly typed component is an error that names it. */
  static <C extends Record> C read(Map<String, Object> map, Class<C> type) {
    return JSON.convertValue(map, type);
  }

  /** The same record with another value of one component. */
  @SuppressWarnings("unchecked") // a record's class is that of its copy
  static <C extends Record> C with(C config, String component, Object value) {
    Map<String, Object> map = map(config);
    if (!map.containsKey(component)) {
      throw new IllegalArgumentException(
          "no component is named %s; there are %s".formatted(component, map.keySet()));
    }
    map.put(component, value);
    try {
      return (C) read(map, config.getClass());
    } catch (JacksonException e) {
      throw e.getCause() instanceof IllegalArgumentException refused ? refused : e;
    }
  }

  static void atLeastOne(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("%s: expected 1 or more, came %d".formatted(what, count));
    }
  }

  static void require(boolean right, String expected, Object... values) {
    if (!right) {
      throw new IllegalArgumentException(expected.formatted(values));
    }
  }
}
