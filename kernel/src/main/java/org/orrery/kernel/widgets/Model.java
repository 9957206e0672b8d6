package org.orrery.kernel.widgets;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a front end must know to make its side of a widget, and the properties it then has.
 *
 * @param view the name of the view; null for what is never seen itself, such as a link
 * @param fields by name
 */
record Model(
    String name,
    String module,
    String version,
    String view,
    String viewModule,
    String viewVersion,
    Map<String, Field> fields) {

  static Model of(
      String name,
      String module,
      String version,
      String view,
      String viewModule,
      String viewVersion,
      Field... fields) {
    var byName = new LinkedHashMap<String, Field>();
    Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
    return new Model(
        name, module, version, view, viewModule, viewVersion, Collections.unmodifiableMap(byName));
  }

  /** The part of a widget's state that never changes. */
  Map<String, Object> identity() {
    var identity = new LinkedHashMap<String, Object>();
    identity.put("_model_module", module);
    identity.put("_model_module_version", version);
    identity.put("_model_name", name);
    identity.put("_view_module", viewModule);
    identity.put("_view_module_version", viewVersion);
    identity.put("_view_name", view);
    return identity;
  }
}
