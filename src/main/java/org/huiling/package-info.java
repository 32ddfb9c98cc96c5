/**
 * Huiling (惠龄) decides who is entitled to what under a jurisdiction's welfare policies,
 * how much, and why. Each package below is a capability; here is only what puts them
 * together.
 */
@NullMarked
package org.huiling;

import org.jspecify.annotations.NullMarked;
