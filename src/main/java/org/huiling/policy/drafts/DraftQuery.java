package org.huiling.policy.drafts;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which drafts are wanted.
 *
 * @param jurisdiction of this jurisdiction, null for all
 * @param program of this program, null for all
 * @param state in this state, null for all but those that were given up
 */
record DraftQuery(@Nullable String jurisdiction, @Nullable String program, @Nullable DraftState state) {

	static final String WHERE = """
			where (cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction)
			and (cast(:program as text) is null or program = :program)
			and (state = :state or (cast(:state as text) is null and state <> 'DISCARDED'))""";

	JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
		return statement.param("jurisdiction", this.jurisdiction)
			.param("program", this.program)
			.param("state", (this.state != null) ? this.state.name() : null);
	}

}
