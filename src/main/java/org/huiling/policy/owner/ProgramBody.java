package org.huiling.policy.owner;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.huiling.engine.Cycle;
import org.huiling.engine.Over;
import org.huiling.engine.PaidTo;
import org.huiling.engine.Program;
import org.huiling.facts.Subject;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * A program with the fields of {@code program.yaml}; the path says its id.
 *
 * @param name in both languages
 * @param cycle what is decided at a time
 * @param unit what amounts are in
 * @param order in which order programs are evaluated
 * @param paidTo whom it is paid to, null for the person
 * @param over the list whose items are claims, null for the claims
 * @param appliesBelow whether it is assessed, decided and paid in every jurisdiction
 * below as well, null if not
 * @param subject whom it is about, {@code person} or {@code organisation}; null for
 * people
 */
@Schema(example = """
		{"name": {"zh": "高龄津贴", "en": "Old-age allowance"}, "cycle": "MONTH", "unit": "CNY", "order": 10,
		 "paidTo": "PERSON"}""")
public record ProgramBody(OwnerFields.Name name, Cycle cycle, @Size(max = OwnerFields.LONGEST) String unit,
		@Min(1) @Max(LAST) Integer order, @Nullable PaidTo paidTo,
		@Size(max = OwnerFields.LONGEST) @Nullable String over, @Nullable Boolean appliesBelow,
		@ReadBy(OwnerFields.About.class) @Nullable String subject) {

	static final int LAST = 1_000_000;

	/**
	 * The program of a path.
	 * @throws org.huiling.problem.InvalidInput 422 if it cannot be called so
	 */
	public New of(String id) {
		if (!OwnerFields.Id.isAdmitted(id)) {
			throw OwnerFault.ID_NOT_ADMITTED.refusal("id");
		}
		return new New(id, this.name, this.cycle, this.unit, this.order, this.paidTo, this.over, this.appliesBelow,
				this.subject);
	}

	/**
	 * A program that says its id.
	 *
	 * @param id its id
	 * @param name in both languages
	 * @param cycle what is decided at a time
	 * @param unit what amounts are in
	 * @param order in which order programs are evaluated
	 * @param paidTo whom it is paid to, null for the person
	 * @param over the list whose items are claims, null for the claims
	 * @param appliesBelow whether it applies below as well, null if not
	 * @param subject whom it is about, null for people
	 */
	@Schema(example = """
			{"id": "birthday-gift", "name": {"zh": "生日慰问", "en": "Birthday gift"}, "cycle": "YEAR", "unit": "CNY",
			 "order": 90}""")
	public record New(@ReadBy(OwnerFields.Id.class) @Pattern(regexp = OwnerFields.CALLED) String id,
			OwnerFields.Name name, Cycle cycle, @Size(max = OwnerFields.LONGEST) String unit,
			@Min(1) @Max(LAST) Integer order, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PaidTo paidTo,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Size(max = OwnerFields.LONGEST) @Nullable String over,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean appliesBelow,
			@JsonInclude(JsonInclude.Include.NON_NULL) @ReadBy(OwnerFields.About.class) @Nullable String subject) {

		public Program program() {
			Subject about = Objects.requireNonNullElse(Subject.of(this.subject), Subject.PERSON);
			return new Program(this.id, this.name.words(), this.cycle, this.unit, this.order,
					(this.paidTo != null) ? this.paidTo : PaidTo.of(about),
					(this.over != null) ? new Over(this.over) : Over.CLAIMS, about,
					Boolean.TRUE.equals(this.appliesBelow), null);
		}

	}

	/**
	 * What is proposed of a program.
	 *
	 * @param jurisdiction the jurisdiction's id
	 * @param program as it is to be
	 */
	public record Proposed(@Size(max = OwnerFields.LONGEST) String jurisdiction, New program) {
	}

}
