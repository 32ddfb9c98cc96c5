/**
 * Benchmarks: {@code mvn -Pbench verify} measures and writes
 * {@code target/bench/results.json}. Every figure is a ratio against a floor measured in
 * the same run.
 */
@NullMarked
package org.huiling.bench;

import org.jspecify.annotations.NullMarked;
