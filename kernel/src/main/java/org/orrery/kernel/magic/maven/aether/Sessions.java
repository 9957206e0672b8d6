package org.orrery.kernel.magic.maven.aether;

import java.nio.file.Path;
import java.util.Map;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;
import org.orrery.kernel.magic.maven.Transfers;

/** Sets a resolution up: settings applied, checksums enforced, transfers told. */
final class Sessions {

  private Sessions() {}

  static CloseableSession open(
      RepositorySystem system, MavenSettings settings, Path pom, Transfers transfers) {
    var builder =
        new SessionBuilderSupplier(system)
            .get()
            .setSystemProperties(System.getProperties())
            .withLocalRepositoryBaseDirectories(settings.localRepository())
            .setOffline(settings.offline())
            .setMirrorSelector(settings.mirrors())
            .setProxySelector(settings.proxies())
            .setAuthenticationSelector(settings.logins())
            .setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL)
            // What was missing a minute ago may be there now.
            .setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false))
            .setConfigProperties(
                Map.of(
                    "aether.connector.userAgent", "orrery", "aether.syncContext.named.time", 300))
            .setTransferListener(new Listener(transfers));
    if (pom != null) {
      builder.setWorkspaceReader(PomOnDisk.of(pom));
    }
    return builder.build();
  }

  private static final class Listener extends AbstractTransferListener {

    private final Transfers transfers;

    Listener(Transfers transfers) {
      this.transfers = transfers;
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
      transferProgressed(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
      if (transfers.cancelled()) {
        throw new TransferCancelledException("interrupted");
      }
      transfers.at(name(event), event.getTransferredBytes());
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
      transfers.done(name(event), event.getTransferredBytes());
    }

    @Override
    public void transferFailed(TransferEvent event) {
      transfers.failed(name(event));
    }

    @Override
    public void transferCorrupted(TransferEvent event) {
      transfers.failed(name(event));
    }

    private static String name(TransferEvent event) {
      return event.getResource().getResourceName().replaceFirst(".*/", "");
    }
  }
}
