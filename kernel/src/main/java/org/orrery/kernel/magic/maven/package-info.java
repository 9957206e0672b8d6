/**
 * The magics that bring Maven artifacts into a notebook: {@code %maven}, {@code %maven-repo},
 * {@code %%pom} and the names other Java kernels have for them. What speaks to Maven's resolver
 * library lives in the package below, loaded apart from the kernel when it is first needed. Its two
 * main types are {@link org.orrery.kernel.magic.maven.MavenMagics} and {@link
 * org.orrery.kernel.magic.maven.Resolver}.
 */
package org.orrery.kernel.magic.maven;
