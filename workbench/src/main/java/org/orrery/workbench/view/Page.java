package org.orrery.workbench.view;

import org.orrery.kernel.display.Html;

/** A whole HTML page around what would be shown inline. */
final class Page {
  private Page() {}

  static String of(String title, String body) {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>%s</title>
        <style>
        body{font:15px/1.45 system-ui,sans-serif;max-width:1000px;margin:24px auto;padding:0 16px}
        table{border-collapse:collapse;font-size:13px;margin:8px 0}
        th,td{padding:2px 10px 2px 0;text-align:left}
        </style></head><body>%s</body></html>
        """
        .formatted(Html.escaped(title), body);
  }
}
