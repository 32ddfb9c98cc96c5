/**
 * Why an answer is what it is: what each condition came to, the steps of an amount, what
 * would have been needed, notes.
 */
@NamedInterface("reason")
@NullMarked
package org.huiling.engine.reason;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
