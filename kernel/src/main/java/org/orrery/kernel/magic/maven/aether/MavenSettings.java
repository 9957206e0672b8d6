package org.orrery.kernel.magic.maven.aether;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.ConservativeAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.maven.Repository;

/**
 * What the user's Maven settings say: {@code ~/.m2/settings.xml} and those of the Maven that {@code
 * MAVEN_HOME} names. Encrypted passwords stay as they are.
 */
final class MavenSettings {

  private final Settings settings;

  private MavenSettings(Settings settings) {
    this.settings = settings;
  }

  static MavenSettings read() {
    var request = new DefaultSettingsBuildingRequest();
    request.setUserSettingsFile(new File(home(), "settings.xml"));
    var maven = System.getenv("MAVEN_HOME");
    if (maven != null) {
      request.setGlobalSettingsFile(new File(maven, "conf/settings.xml"));
    }
    request.setSystemProperties(System.getProperties());
    try {
      return new MavenSettings(
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
    } catch (SettingsBuildingException e) {
      throw new MagicException(
          "cannot read Maven's settings (%s): %s".formatted(home(), e.getMessage()), e);
    }
  }

  private static File home() {
    return new File(System.getProperty("user.home"), ".m2");
  }

  Path localRepository() {
    var chosen = System.getProperty("maven.repo.local", settings.getLocalRepository());
    return chosen == null ? new File(home(), "repository").toPath() : Path.of(chosen);
  }

  boolean offline() {
    return settings.isOffline();
  }

  MirrorSelector mirrors() {
    var selector = new DefaultMirrorSelector();
    for (var one : settings.getMirrors()) {
      selector.add(
          one.getId(),
          one.getUrl(),
          one.getLayout(),
          false,
          one.isBlocked(),
          one.getMirrorOf(),
          one.getMirrorOfLayouts());
    }
    return selector;
  }

  ProxySelector proxies() {
    var selector = new DefaultProxySelector();
    for (var one : settings.getProxies()) {
      if (one.isActive()) {
        var login =
            new AuthenticationBuilder()
                .addUsername(one.getUsername())
                .addPassword(one.getPassword())
                .build();
        selector.add(
            new Proxy(one.getProtocol(), one.getHost(), one.getPort(), login),
            one.getNonProxyHosts());
      }
    }
    return selector;
  }

  AuthenticationSelector logins() {
    var selector = new DefaultAuthenticationSelector();
    for (var one : settings.getServers()) {
      selector.add(
          one.getId(),
          new AuthenticationBuilder()
              .addUsername(one.getUsername())
              .addPassword(one.getPassword())
              .build());
    }
    return new ConservativeAuthenticationSelector(selector);
  }

  /**
   * The repositories to ask: {@code added} by cells, those of active profiles, and Maven Central;
   * each through its mirror, proxy and login.
   */
  List<RemoteRepository> remotes(
      List<Repository> added, RepositorySystem system, RepositorySystemSession session) {
    var all = new ArrayList<Repository>(added);
    for (var profile : settings.getProfiles()) {
      var active =
          settings.getActiveProfiles().contains(profile.getId())
              || (profile.getActivation() != null && profile.getActivation().isActiveByDefault());
      if (active) {
        profile
            .getRepositories()
            .forEach(one -> all.add(new Repository(one.getId(), one.getUrl())));
      }
    }
    if (all.stream().noneMatch(one -> one.id().equals(Repository.CENTRAL.id()))) {
      all.add(Repository.CENTRAL);
    }
    var remotes =
        all.stream()
            .map(one -> new RemoteRepository.Builder(one.id(), "default", one.url()).build())
            .toList();
    return system.newResolutionRepositories(session, remotes);
  }
}
