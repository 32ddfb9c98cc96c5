package org.huiling.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.huiling.decision.Undecided;
import org.huiling.decision.review.CaseChange;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is shown.
 *
 * @param id its id
 * @param kind what it is about
 * @param state how far it is
 * @param applicantId whose file, the one that goes on if it was merged; null for somebody
 * who is not on file
 * @param fileNumber of the file
 * @param residentId masked
 * @param name the person's
 * @param region where they live, or else are registered
 * @param jurisdiction whose
 * @param program which program's, null if no single one's
 * @param because why it is here, in the reader's words
 * @param proposes what accepting it does; empty where only a person can tell
 * @param money how much hangs on it, null if that is not known
 * @param currency of the money
 * @param due by when
 * @param assignee the account that does it
 * @param createdAt when it was found
 * @param source what found it, such as {@code CROSS_CHECK:} and its id
 * @param closed by whom, when and why it was closed; absent while it is open
 * @param followed what was decided with it; only in the answer to whoever accepts it
 * @param found what pages go on from
 */
public record TaskView(UUID id, TaskKind kind, TaskState state, @Nullable UUID applicantId, @Nullable String fileNumber,
		@Nullable String residentId, @Nullable String name, @Nullable String region, String jurisdiction,
		@Nullable String program, String because, Proposed proposes, @Nullable BigDecimal money, String currency,
		@Nullable LocalDate due, @Nullable String assignee, Instant createdAt, String source,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Closed closed,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Followed followed, @JsonIgnore Found found) {

	/**
	 * What was found, as it is kept.
	 *
	 * @param because why it is here, as a code
	 * @param arguments what the words of that mention
	 * @param key tells it from other findings
	 */
	public record Found(String because, List<String> arguments, String key) {

		/** Without anything personal. */
		@Override
		public String toString() {
			return this.because;
		}

	}

	/**
	 * What followed from accepting a task.
	 *
	 * @param decisions ids of what was decided from then on
	 * @param undecided what could not be decided, and stands as it stood
	 * @param changes what is decided otherwise than before
	 */
	public record Followed(List<UUID> decisions, List<Undecided> undecided, List<CaseChange> changes) {
	}

	TaskView with(@Nullable Followed what) {
		return new TaskView(this.id, this.kind, this.state, this.applicantId, this.fileNumber, this.residentId,
				this.name, this.region, this.jurisdiction, this.program, this.because, this.proposes, this.money,
				this.currency, this.due, this.assignee, this.createdAt, this.source, this.closed, what, this.found);
	}

	/**
	 * The end of a task.
	 *
	 * @param by the account
	 * @param at when
	 * @param reason in their words, null if none was given
	 * @param contact how somebody was reached who was drawn for verification; absent for
	 * other tasks
	 */
	public record Closed(String by, Instant at, @Nullable String reason,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Contact contact) {
	}

	/** Without anything personal. */
	@Override
	public String toString() {
		return "task " + this.id;
	}

}
