package org.huiling.proposal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What one account proposed, and what another made of it.
 *
 * @param id its id
 * @param state what became of it
 * @param action the name of its {@link ProposalAction}
 * @param subject the id of what would change
 * @param region the region-code prefix it lies in
 * @param by who proposed it
 * @param at when
 * @param values what was proposed; they never change
 * @param closedBy who confirmed, rejected or withdrew it, null while it waits
 * @param closedAt when
 * @param reason why it was rejected
 * @param answer what came of it, once it is confirmed
 * @param effects what would come of it while it waits, beside its values; null in lists
 */
public record Proposal(UUID id, ProposalState state, String action, String subject, String region, String by,
		Instant at, JsonNode values, @Nullable String closedBy, @Nullable Instant closedAt, @Nullable String reason,
		@Nullable JsonNode answer, @Nullable Object effects) {

	Proposal with(Object effects) {
		return new Proposal(this.id, this.state, this.action, this.subject, this.region, this.by, this.at, this.values,
				this.closedBy, this.closedAt, this.reason, this.answer, effects);
	}

	/**
	 * What a call answers that proposes something.
	 * @return 202 with the proposal and where it is
	 */
	public ResponseEntity<Proposal> accepted() {
		return ResponseEntity.accepted()
			.location(UriComponentsBuilder.fromPath("/api/v1/proposals/{id}").build(this.id))
			.body(this);
	}

}
