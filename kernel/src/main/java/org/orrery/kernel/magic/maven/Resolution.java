package org.orrery.kernel.magic.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.orrery.kernel.magic.Workspace;
import org.orrery.kernel.magic.maven.Resolver.Found;
import org.orrery.kernel.magic.maven.Resolver.Request;

/** Resolves in the background, showing how far it is, and puts what comes on the class path. */
final class Resolution {

  private static final int TICK_MS = 100;

  private final Supplier<Resolver> library;
  private Resolver resolver;

  Resolution(Supplier<Resolver> library) {
    this.library = library;
  }

  /** Adds what {@code request} asks for to the class path; the files added. */
  List<String> add(Request request, Workspace workspace) throws InterruptedException {
    var transfers = new Transfers();
    var progress = new ProgressLine();
    try {
      var found = await(inBackground(request, transfers), transfers, progress);
      var added = addTo(workspace, found, request, progress);
      return added.stream().map(one -> one.file().toString()).toList();
    } finally {
      transfers.cancel();
    }
  }

  private CompletableFuture<List<Found>> inBackground(Request request, Transfers transfers) {
    var result = new CompletableFuture<List<Found>>();
    var work =
        new Thread(
            () -> {
              try {
                if (resolver == null) {
                  resolver = library.get();
                }
                result.complete(resolver.resolve(request, transfers));
              } catch (Throwable e) { // handed to the thread that waits
                result.completeExceptionally(e);
              }
            },
            "maven");
    work.setDaemon(true);
    work.start();
    return result;
  }

  private static List<Found> await(
      CompletableFuture<List<Found>> result, Transfers transfers, ProgressLine progress)
      throws InterruptedException {
    while (true) {
      try {
        return result.get(TICK_MS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        progress.show(transfers.line());
      } catch (ExecutionException e) {
        progress.show(transfers.line());
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw e.getCause() instanceof RuntimeException known
            ? known
            : new IllegalStateException(e.getCause());
      }
    }
  }

  private static List<Found> addTo(
      Workspace workspace, List<Found> found, Request request, ProgressLine progress) {
    var known = new KnownJars(workspace.classPath());
    var added = new ArrayList<Found>();
    var notes = new OtherVersions(request.artifacts());
    for (var one : found) {
      var present = known.presentInsteadOf(one);
      if (present.isEmpty()) {
        added.add(one);
      } else if (!present.get().getFileName().equals(one.file().getFileName())) {
        notes.add(one.coordinates(), present.get().getFileName());
      }
    }
    workspace.addToClassPath(added.stream().map(Found::file).toList());
    var size = added.stream().mapToLong(one -> sizeOf(one.file())).sum();
    progress.end(
        "%d jar%s added to the class path%s, %d there already"
            .formatted(
                added.size(),
                added.size() == 1 ? "" : "s",
                added.isEmpty() ? "" : " (" + Transfers.megabytes(size) + ")",
                found.size() - added.size()));
    notes.lines().forEach(note -> System.err.println("note: " + note));
    return added;
  }

  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
