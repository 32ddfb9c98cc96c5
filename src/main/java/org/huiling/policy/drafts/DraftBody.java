package org.huiling.policy.drafts;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.huiling.engine.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A draft that is to be begun.
 *
 * @param jurisdiction a jurisdiction's id
 * @param program a program's id
 * @param effectiveFrom the first day it is to govern
 * @param title in both languages
 * @param basedOn the version to begin with, null to begin empty
 */
@Schema(example = """
		{"jurisdiction": "model-district", "program": "old-age-allowance", "effectiveFrom": "2015-01-01",
		 "title": {"zh": "提高标准", "en": "A raise"}, "basedOn": "2014-01-01"}""")
public record DraftBody(@Size(max = 100) String jurisdiction, @Size(max = 100) String program, LocalDate effectiveFrom,
		Title title, @Size(max = 100) @Nullable String basedOn) {

	/**
	 * What the version is called.
	 *
	 * @param zh in Chinese
	 * @param en in English
	 */
	public record Title(@Size(max = 200) String zh, @Size(max = 200) String en) {

		Bilingual words() {
			return new Bilingual(this.zh, this.en);
		}

	}

}
