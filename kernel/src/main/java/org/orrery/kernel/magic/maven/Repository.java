package org.orrery.kernel.magic.maven;

/**
 * Where artifacts come from.
 *
 * @param id its name, by which settings.xml gives it a mirror or a login
 * @param url its address; {@code file:} and {@code http(s):} are known
 */
public record Repository(String id, String url) {

  /** Maven Central. */
  public static final Repository CENTRAL =
      new Repository("central", "https://repo.maven.apache.org/maven2/");

  @Override
  public String toString() {
    return id + " (" + url + ")";
  }
}
