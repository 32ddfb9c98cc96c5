package org.huiling.payment.settlement;

import org.huiling.proposal.Proposals;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 人工结清: what a paymaster settles by hand of what somebody owes back. */
@Component
public class SettlingByHand {

	private final DebtSettlements settlements;

	private final Proposals proposals;

	private final WriteOffByHand writeOff;

	private final TransactionTemplate transaction;

	SettlingByHand(DebtSettlements settlements, Proposals proposals, WriteOffByHand writeOff,
			PlatformTransactionManager transactions) {
		this.settlements = settlements;
		this.proposals = proposals;
		this.writeOff = writeOff;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Books what was collected, or proposes to give up what was not.
	 * @param asked which debt, how much of it and why
	 * @return whether it is only a proposal, which somebody else confirms
	 * @throws org.huiling.problem.InvalidInput 422 {@code NOTHING_OWED} if it is more
	 * than the last approved roster left open
	 * @throws org.huiling.problem.Refusal 403, 409 {@code ROSTER_OPEN} while a draft
	 * waits, {@code PROPOSAL_WAITS} if the same is proposed already
	 */
	public boolean settle(SettlementBody asked) {
		if (asked.kind() == SettlementBody.Kind.WRITTEN_OFF) {
			this.proposals.propose(this.writeOff, asked);
			return true;
		}
		this.transaction.executeWithoutResult((status) -> this.settlements.collect(asked));
		return false;
	}

}
