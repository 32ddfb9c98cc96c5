/**
 * The expression language of the data dictionary: reading, types, and evaluation with
 * three values over what is recorded. Plain Java; knows no file and no format.
 */
@NamedInterface("expression")
@NullMarked
package org.huiling.facts.expression;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
