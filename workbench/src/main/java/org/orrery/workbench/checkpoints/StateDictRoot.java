package org.orrery.workbench.checkpoints;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.checkpoints.PickleValue.Dict;
import org.orrery.workbench.checkpoints.PickleValue.Tensor;

/** Finds the state dict in what was pickled: the root itself, or one of its values. */
final class StateDictRoot {
  private StateDictRoot() {}

  static Map<String, Tensor> tensors(Object root, String key) throws PickleException {
    if (!(root instanceof Dict dict)) {
      throw new PickleException(
          "it holds %s; expected a dict of tensors by name".formatted(PickleValue.kind(root)));
    }
    if (key.isEmpty()) {
      return tensors(dict, dict);
    }
    if (!(dict.items().get(key) instanceof Dict inner)) {
      throw new PickleException(
          "it has no state dict at \"%s\"; there are %s".formatted(key, dicts(dict)));
    }
    return tensors(inner, dict);
  }

  private static Map<String, Tensor> tensors(Dict dict, Dict root) throws PickleException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Object> item : dict.items().entrySet()) {
      if (!(item.getValue() instanceof Tensor tensor)) {
        throw new PickleException(
            "its \"%s\" is %s; expected a tensor. Name the state dict inside with StateDict.read(file, key), where key is one of %s"
                .formatted(
                    item.getKey().substring(0, Math.min(60, item.getKey().length())),
                    PickleValue.kind(item.getValue()),
                    dicts(root)));
      }
      tensors.put(item.getKey(), tensor);
    }
    if (tensors.isEmpty()) {
      throw new PickleException("it holds no tensor");
    }
    return tensors;
  }

  private static List<String> dicts(Dict root) {
    List<String> names = new ArrayList<>();
    root.items()
        .forEach(
            (name, value) -> {
              if (value instanceof Dict && names.size() < 20) {
                names.add("\"" + name.substring(0, Math.min(60, name.length())) + "\"");
              }
            });
    return names;
  }
}
