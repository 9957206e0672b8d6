package org.orrery.lab.notebook;

/** How nbformat stores the forms of a display: which as trees, which as lists of lines. */
final class MimeTypes {

  private MimeTypes() {}

  static boolean isJson(String mime) {
    return mime.equals("application/json")
        || (mime.startsWith("application/") && mime.endsWith("+json"));
  }

  static boolean isText(String mime) {
    return mime.startsWith("text/")
        || mime.equals("application/javascript")
        || mime.equals("image/svg+xml");
  }
}
