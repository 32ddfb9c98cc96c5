/**
 * 数据元目录: the data dictionary, every fact of an installation as its declaration says.
 * Immutable types only; whoever reads the files is {@code engine}.
 */
@NamedInterface("dictionary")
@NullMarked
package org.huiling.facts.dictionary;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
