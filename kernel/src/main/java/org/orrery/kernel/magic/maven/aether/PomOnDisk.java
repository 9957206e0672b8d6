package org.orrery.kernel.magic.maven.aether;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.orrery.kernel.magic.MagicException;

/** A POM that is no artifact of any repository: found under its own coordinates, on disk. */
final class PomOnDisk implements WorkspaceReader {

  private final WorkspaceRepository repository = new WorkspaceRepository("notebook");
  private final Path file;
  private final Artifact artifact;

  private PomOnDisk(Path file, Artifact artifact) {
    this.file = file;
    this.artifact = artifact;
  }

  static PomOnDisk of(Path file) {
    var model = read(file);
    var parent = model.getParent();
    var group =
        model.getGroupId() != null || parent == null ? model.getGroupId() : parent.getGroupId();
    var version =
        model.getVersion() != null || parent == null ? model.getVersion() : parent.getVersion();
    if (group == null || version == null || model.getArtifactId() == null) {
      throw new MagicException(
          "the POM %s lacks groupId, artifactId or version: give it all three".formatted(file));
    }
    return new PomOnDisk(file, new DefaultArtifact(group, model.getArtifactId(), "pom", version));
  }

  Artifact artifact() {
    return artifact;
  }

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public File findArtifact(Artifact asked) {
    var same =
        asked.getExtension().equals("pom")
            && asked.getGroupId().equals(artifact.getGroupId())
            && asked.getArtifactId().equals(artifact.getArtifactId())
            && asked.getVersion().equals(artifact.getVersion());
    return same ? file.toFile() : null;
  }

  @Override
  public List<String> findVersions(Artifact asked) {
    return List.of();
  }

  private static Model read(Path file) {
    try {
      return new MavenXpp3Reader().read(new StringReader(Files.readString(file)));
    } catch (XmlPullParserException e) {
      throw new MagicException("%s is no POM: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new MagicException("cannot read the POM %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
