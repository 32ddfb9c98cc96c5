package org.huiling.policy.drafts.store;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.engine.Bilingual;
import org.huiling.input.Checked;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.huiling.input.ReadBy;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is to be begun: of a policy, of a fact file, or of standards.
 *
 * @param jurisdiction a jurisdiction's id, for a policy and for standards
 * @param program a program's id, for a policy
 * @param effectiveFrom the first day it is to govern, for a policy
 * @param title in both languages
 * @param basedOn the version to begin with, null to begin empty
 * @param needs the drafts of fact files whose facts the policy uses
 * @param factFile the fact file's name without its ending; it begins as it is in force
 * @param standards true for a draft of the jurisdiction's standards, which begins as they
 * are in force
 * @param owner the jurisdiction that may change a new fact file, null for everybody's
 */
@Schema(example = """
		{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2015-01-01",
		 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2014-01-01"}""")
public record DraftBody(@ReadBy(OfOwner.class) @Size(max = 100) @Nullable String jurisdiction,
		@ReadBy(OfPolicy.class) @Size(max = 100) @Nullable String program,
		@ReadBy(DayOfPolicy.class) @Nullable LocalDate effectiveFrom, Title title,
		@Size(max = 100) @Nullable String basedOn,
		@ReadBy(NeededDrafts.class) @Size(max = 20) @Nullable List<@Size(max = 36) String> needs,
		@Size(max = 63) @Nullable String factFile, @Nullable Boolean standards,
		@Size(max = 100) @Nullable String owner) implements Checked {

	private static final String FACT_FILE = "factFile";

	private static final String STANDARDS = "standards";

	private static final int LONGEST = 100;

	/** Whether it is to be of standards. */
	public boolean isOfStandards() {
		return Boolean.TRUE.equals(this.standards);
	}

	/** A text that must be there, unless the draft is of a fact file. */
	static final class OfOwner implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			return fields.has(FACT_FILE) ? fields.text(name, LONGEST)
					: fields.required(name, (field) -> fields.text(field, LONGEST));
		}

	}

	private static boolean isOfPolicy(JsonFields fields) {
		return !fields.has(FACT_FILE) && !Boolean.TRUE.equals(fields.bool(STANDARDS));
	}

	/** A text that must be there if the draft is of a policy. */
	static final class OfPolicy implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			return !isOfPolicy(fields) ? fields.text(name, LONGEST)
					: fields.required(name, (field) -> fields.text(field, LONGEST));
		}

	}

	/** A day that must be there if the draft is of a policy. */
	static final class DayOfPolicy implements FieldReader<LocalDate> {

		@Override
		public @Nullable LocalDate read(JsonFields fields, String name) {
			return !isOfPolicy(fields) ? fields.date(name) : fields.required(name, fields::date);
		}

	}

	@Override
	public void check(JsonFields fields) {
		if (isOfStandards()) {
			Stream.of("program", "effectiveFrom", "basedOn", "needs", FACT_FILE, "owner")
				.filter(fields::has)
				.forEach((name) -> fields.refuse(name, DraftFault.NOT_OF_STANDARDS));
		}
		else if (this.factFile != null) {
			Stream.of("jurisdiction", "program", "effectiveFrom", "basedOn", "needs")
				.filter(fields::has)
				.forEach((name) -> fields.refuse(name, DraftFault.NOT_OF_A_FACT_FILE));
		}
		else if (fields.has("owner")) {
			fields.refuse("owner", DraftFault.NOT_OF_A_POLICY);
		}
	}

	/**
	 * What the version or file is called.
	 *
	 * @param zh in Chinese
	 * @param en in English
	 */
	public record Title(@Size(max = 200) String zh, @Size(max = 200) String en) {

		public Bilingual words() {
			return new Bilingual(this.zh, this.en);
		}

	}

}
