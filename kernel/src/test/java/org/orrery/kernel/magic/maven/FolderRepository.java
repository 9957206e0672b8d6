package org.orrery.kernel.magic.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/** A Maven repository in a folder, with jars that hold one text each, checksums and metadata. */
final class FolderRepository {

  private final Path folder;
  private final Map<String, List<String>> versions = new LinkedHashMap<>();

  FolderRepository(Path folder) {
    this.folder = folder;
  }

  String url() {
    return folder.toUri().toString();
  }

  /** Adds {@code group:artifact:version} with runtime dependencies given in the same form. */
  FolderRepository add(String name, String... needs) throws IOException {
    var dependencies = new StringBuilder();
    for (var need : needs) {
      var parts = need.split(":");
      dependencies.append(
          "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope></dependency>"
              .formatted(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "compile"));
    }
    return addWithPom(name, "<dependencies>" + dependencies + "</dependencies>");
  }

  FolderRepository addWithPom(String name, String inPom) throws IOException {
    var parts = name.split(":");
    var pom =
        "<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</project>"
            .formatted(parts[0], parts[1], parts[2], inPom);
    write(file(name, ".pom"), pom.getBytes(StandardCharsets.UTF_8));
    addJar(name, "");
    versions.computeIfAbsent(parts[0] + ":" + parts[1], one -> new ArrayList<>()).add(parts[2]);
    writeMetadata(parts[0], parts[1]);
    return this;
  }

  /** Adds a jar beside the main one: {@code -sources}, or a classifier. */
  FolderRepository addJar(String name, String suffix) throws IOException {
    var file = file(name, suffix + ".jar");
    Files.createDirectories(file.getParent());
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(name.replace(':', '/') + suffix + ".txt"));
      jar.write(name.getBytes(StandardCharsets.UTF_8));
      var parts = name.split(":");
      jar.putNextEntry(
          new JarEntry("META-INF/maven/%s/%s/pom.properties".formatted(parts[0], parts[1])));
    }
    write(file, Files.readAllBytes(file));
    return this;
  }

  /** Spoils the jar, leaving its checksum. */
  void spoil(String name) throws IOException {
    Files.writeString(file(name, ".jar"), "spoilt");
  }

  private Path file(String name, String ending) {
    var parts = name.split(":");
    return folder
        .resolve(parts[0].replace('.', '/'))
        .resolve(parts[1])
        .resolve(parts[2])
        .resolve(parts[1] + "-" + parts[2] + ending);
  }

  private void writeMetadata(String group, String artifact) throws IOException {
    var all = versions.get(group + ":" + artifact);
    var last = all.get(all.size() - 1);
    var metadata =
        "<metadata><groupId>%s</groupId><artifactId>%s</artifactId><versioning><latest>%s</latest><release>%s</release><versions>%s</versions></versioning></metadata>"
            .formatted(
                group,
                artifact,
                last,
                last,
                all.stream()
                    .map(one -> "<version>" + one + "</version>")
                    .collect(Collectors.joining()));
    write(
        folder.resolve(group.replace('.', '/')).resolve(artifact).resolve("maven-metadata.xml"),
        metadata.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    try {
      var sha1 = MessageDigest.getInstance("SHA-1").digest(bytes);
      Files.writeString(Path.of(file + ".sha1"), HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
