/**
 * 撤销与复议: decisions that are taken back, objections and what became of them.
 */
@NamedInterface("remedy")
@NullMarked
package org.huiling.decision.remedy;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
