package org.huiling.payment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.huiling.account.CurrentUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 停发、恢复与结清: what is held back of a person's payments and what they owed back, as pages
 * show and do it, in the JSON of the HTTP contract.
 */
@Component
public class PersonPayments {

	private final Holds holds;

	private final Settlements settlements;

	private final CurrentUser user;

	private final TransactionTemplate transaction;

	PersonPayments(Holds holds, Settlements settlements, CurrentUser user, PlatformTransactionManager transactions) {
		this.holds = holds;
		this.settlements = settlements;
		this.user = user;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Why payments can be held back.
	 * @return the codes
	 */
	public static List<String> codes() {
		return Stream.of(HoldCode.values()).map(HoldCode::name).toList();
	}

	/**
	 * What is held back or was; reading it is noted in the audit trail.
	 * @param person whose payments
	 * @return as in {@code GET /applicants/{id}/payment-holds}, the oldest first
	 * @throws org.huiling.problem.Refusal 403; 404 if the person is not on file, or not
	 * the caller's
	 */
	public List<ObjectNode> held(UUID person) {
		HoldController.requireReader(this.user);
		return this.holds.of(person);
	}

	/**
	 * What was settled of what they owed back; reading it is noted in the audit trail.
	 * @param person who owed it
	 * @return as in {@code GET /applicants/{id}/settlements}, the oldest first
	 * @throws org.huiling.problem.Refusal 403; 404 if the person is not on file, or not
	 * the caller's
	 */
	public List<ObjectNode> settled(UUID person) {
		SettlementController.requireReader(this.user);
		return this.settlements.of(person);
	}

	/**
	 * Holds back payments.
	 * @param person whose
	 * @param body as in {@code POST /applicants/{id}/payment-holds}
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read;
	 * 422 if there is no such program
	 * @throws org.huiling.problem.Refusal 403; 404 or 410 if the person is not on file,
	 * or not the caller's
	 */
	public void hold(UUID person, JsonNode body) {
		HoldController.requireHolder(this.user);
		HoldBody asked = HoldBody.read(body);
		done(() -> this.holds.hold(person, asked));
	}

	/**
	 * Releases what was held back.
	 * @param person whose payments
	 * @param hold its id
	 * @param body as in {@code POST /applicants/{id}/payment-holds/{hold}/release}
	 * @throws org.huiling.problem.InvalidInput 400 naming each field that cannot be read
	 * @throws org.huiling.problem.Refusal 403; 404 if the person has no such hold; 409 if
	 * it was released before
	 */
	public void release(UUID person, UUID hold, JsonNode body) {
		HoldController.requireHolder(this.user);
		String reason = HoldBody.releaseReason(body);
		done(() -> this.holds.release(person, hold, reason));
	}

	private void done(Supplier<ObjectNode> work) {
		Objects.requireNonNull(this.transaction.execute((status) -> work.get()));
	}

}
