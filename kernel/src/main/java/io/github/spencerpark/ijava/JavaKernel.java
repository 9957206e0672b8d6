package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.MagicScope;

/** The kernel as notebooks written for IJava know it. */
public class JavaKernel extends BaseKernel {

  private final Magics magics = new Magics();
  private final MavenResolver mavenResolver = new MavenResolver();

  /** Made once, by {@link IJava}. */
  protected JavaKernel() {}

  /** The registry of magics. */
  public Magics getMagics() {
    return magics;
  }

  /** What resolves {@code %maven}'s artifacts. */
  public MavenResolver getMavenResolver() {
    return mavenResolver;
  }

  /** Adds jars and folders, separated as on a command line, to the class path. */
  public void addToClasspath(String path) {
    var entries =
        Arrays.stream(path.split(Pattern.quote(File.pathSeparator))).map(Path::of).toList();
    MagicScope.magics().workspace().addToClassPath(entries);
  }

  /** The value of {@code code}, evaluated as a cell. */
  public Object evalRaw(String code) throws Exception {
    return MagicScope.magics().workspace().evaluate(code);
  }

  /** What {@code %maven} looks things up with. */
  public static final class MavenResolver {

    private MavenResolver() {}

    /** Lets {@code %maven} look into one more repository. */
    public void addRemoteRepo(String id, String url) {
      MagicScope.lineMagic("maven-repo", List.of(id, url));
    }

    /** Adds artifacts with all they need: {@code group:artifact:version}. */
    public void addMavenDependencies(List<String> coordinates) {
      MagicScope.lineMagic("maven", coordinates);
    }
  }
}
