/**
 * What rules ask of a person by the data dictionary: each word compiled once to a reader
 * over the slots of records, asked for the fact day of a period. Plain Java.
 */
@NamedInterface("words")
@NullMarked
package org.huiling.facts.words;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
