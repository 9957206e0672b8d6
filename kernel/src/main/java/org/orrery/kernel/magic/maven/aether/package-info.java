/**
 * Resolves artifacts with Maven's own resolver library and settings. Nothing outside this package
 * names a type of that library, whose jars are loaded when a cell first uses {@code %maven}. Its
 * main type is {@link org.orrery.kernel.magic.maven.aether.AetherResolver}.
 */
package org.orrery.kernel.magic.maven.aether;
