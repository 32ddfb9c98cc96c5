/**
 * What a projection tells: sums before and after, who gains and loses, groups, the
 * histogram, and what is hidden of few people.
 */
@NamedInterface("report")
@NullMarked
package org.huiling.projection.report;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
