/**
 * 通知书: the words of a decision for the person it is about.
 */
@NamedInterface("notice")
@NullMarked
package org.huiling.decision.notice;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
