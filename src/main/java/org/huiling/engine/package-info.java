/**
 * Drools, and nothing but: compiles a policy version, guards it, evaluates it, explains
 * it, and puts the programs of a jurisdiction together to an assessment. The only package
 * that knows Drools; it knows no Spring.
 */
@NullMarked
package org.huiling.engine;

import org.jspecify.annotations.NullMarked;
