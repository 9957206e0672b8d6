package org.orrery.kernel.magic.maven.aether;

import java.util.Map;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.jdk.JdkTransporterFactory;

/** The resolver, with files and the JDK's HTTP client as its ways to repositories. */
final class JdkHttpSupplier extends RepositorySystemSupplier {

  @Override
  protected Map<String, TransporterFactory> createTransporterFactories() {
    return Map.of(
        FileTransporterFactory.NAME,
        new FileTransporterFactory(),
        JdkTransporterFactory.NAME,
        new JdkTransporterFactory(getChecksumExtractor(), getPathProcessor()));
  }
}
