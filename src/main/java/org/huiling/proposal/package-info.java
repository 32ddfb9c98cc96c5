/**
 * 提议与确认: what changes who owns people or how money is paid is proposed by one account and
 * takes effect when another confirms it. Modules say what can be proposed by a
 * {@link org.huiling.proposal.ProposalAction}.
 */
@ApplicationModule(displayName = "Proposal", allowedDependencies = { "account", "audit", "input", "paging", "problem" })
@NullMarked
package org.huiling.proposal;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
