/**
 * What becomes of facts from one revision of the dictionary to the next. Plain Java.
 */
@NamedInterface("revision")
@NullMarked
package org.huiling.facts.revision;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
