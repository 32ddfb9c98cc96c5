package org.huiling.payment.contra;

import java.util.UUID;

import org.huiling.problem.Refusal;
import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;

import org.springframework.stereotype.Component;

/**
 * 冲销: what was taken in error is taken back, proposed by one account and confirmed by
 * another.
 */
@Component
public class ContraEntries {

	private final Proposals proposals;

	private final ResultContra results;

	private final SettlementContra settlements;

	ContraEntries(Proposals proposals, ResultContra results, SettlementContra settlements) {
		this.proposals = proposals;
		this.results = results;
		this.settlements = settlements;
	}

	/**
	 * Proposes to take the last result of a line back.
	 * @param roster the roster's id
	 * @param line the line's number
	 * @param reason why
	 * @return the proposal
	 * @throws Refusal 403, 404 if there is no such roster or line, 409 if there is
	 * nothing to take back, or a draft waits
	 */
	public Proposal ofResult(UUID roster, String line, String reason) {
		if (!line.matches("[0-9]{1,9}")) {
			throw Refusal.notFound("LINE_NOT_FOUND");
		}
		return this.proposals.propose(this.results, this.results.asked(roster, Integer.parseInt(line), reason));
	}

	/**
	 * Proposes to take a settlement back.
	 * @param settlement its id
	 * @param reason why
	 * @return the proposal
	 * @throws Refusal 403, 404 if there is no such settlement, 409 if it was taken back,
	 * or a draft waits
	 */
	public Proposal ofSettlement(UUID settlement, String reason) {
		return this.proposals.propose(this.settlements, this.settlements.asked(settlement, reason));
	}

}
