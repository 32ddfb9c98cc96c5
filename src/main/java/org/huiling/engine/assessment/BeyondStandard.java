package org.huiling.engine.assessment;

import java.time.LocalDate;
import java.util.Objects;

import org.huiling.engine.Bilingual;
import org.huiling.engine.CompiledPolicy;
import org.huiling.engine.assessment.AssessmentBuilder.Answer;
import org.huiling.engine.reason.Note;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.type.Earlier;
import org.huiling.facts.type.Label;

/**
 * Says why something is asked for that is recorded: its value is of a standard that the
 * version, being older, does not know.
 */
final class BeyondStandard {

	private static final String CODE = "EARLIER_STANDARD";

	private BeyondStandard() {
	}

	/** The answer with a note for each such value that it hangs on. */
	static Answer noted(Answer answer, FactRecord record) {
		CompiledPolicy policy = answer.programResult().policy();
		Answer noted = answer;
		if (policy != null && !answer.missing().isEmpty()) {
			for (Fact fact : policy.words().beyond(record)) {
				if (answer.missing().contains(fact.path())) {
					noted = noted.with(noted.programResult().noting(note(fact, record)));
				}
			}
		}
		return noted;
	}

	private static Note note(Fact fact, FactRecord record) {
		Earlier earlier = Objects.requireNonNull(fact.bounds().earlier());
		LocalDate before = earlier.before();
		Label name = fact.naming().inSentence();
		String by = (earlier.standard() != null) ? earlier.standard() : "";
		String max = earlier.max().toPlainString();
		Object value = record.value(fact.path());
		return new Note(CODE, fact.path(), new Bilingual(
				"登记的" + name.zh() + "是 " + value + "，而这个版本在 " + before + " 以前施行，" + name.zh() + "只到 " + max
						+ (by.isEmpty() ? "" : "（" + by + "）") + "：由新的版本规定怎么办，或者登记按原标准评定的结果",
				"recorded as " + value + ": " + name.en() + "; but the version came into force before " + before
						+ " and knows no more than " + max + (by.isEmpty() ? "" : " (" + by + ")")
						+ ": a new version has to say what follows, or what was assessed by that standard be recorded"));
	}

}
