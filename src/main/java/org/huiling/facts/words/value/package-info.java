/**
 * What a word's value can be before it is known, and how it is put in order and
 * converted.
 */
@NullMarked
package org.huiling.facts.words.value;

import org.jspecify.annotations.NullMarked;
