package org.orrery.kernel.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Header;

/** What the kernel says of itself. */
final class KernelInfo {

  private KernelInfo() {}

  static Map<String, Object> content() {
    var javaVersion = System.getProperty("java.version");
    return Map.of(
        "status",
        "ok",
        "protocol_version",
        Header.PROTOCOL_VERSION,
        "implementation",
        "orrery",
        "implementation_version",
        version(),
        "language_info",
        Map.of(
            "name", "java",
            "version", javaVersion,
            "mimetype", "text/x-java-source",
            "file_extension", ".java",
            "pygments_lexer", "java",
            "codemirror_mode", "text/x-java"),
        "banner",
        "Orrery %s, Java %s (%s)"
            .formatted(version(), javaVersion, System.getProperty("java.vendor")),
        "debugger",
        false,
        "supported_features",
        List.of("kernel subshells"),
        "help_links",
        List.of(
            Map.of(
                "text", "Java API",
                "url", "https://docs.oracle.com/en/java/javase/17/docs/api/")));
  }

  private static String version() {
    return Optional.ofNullable(KernelInfo.class.getPackage().getImplementationVersion())
        .orElse("from source");
  }
}
