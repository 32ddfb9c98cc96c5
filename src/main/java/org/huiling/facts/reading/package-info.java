/**
 * Reads what is told of a person by its declaration, whatever it is written in: values,
 * their bounds, days in their order, contradictions. Plain Java; knows no format.
 */
@NamedInterface("reading")
@NullMarked
package org.huiling.facts.reading;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
