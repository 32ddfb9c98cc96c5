/**
 * 测算: what an applicant is entitled to for a period, asked over HTTP or by those who
 * decide and review; nothing of it is stored.
 */
@NamedInterface("assessment")
@NullMarked
package org.huiling.decision.assessment;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
