package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.huiling.TestFacts;
import org.huiling.engine.drools.condition.FactSet;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.Reads;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.words.PersonFacts;
import org.jspecify.annotations.Nullable;

/** Somebody with members of their household, told field by field. */
final class Households {

	/** A member of whom nothing but a number is known. */
	static final class Member {

		private final FactRecord.Builder told = Objects.requireNonNull(TestFacts.DICTIONARY.shape().items("members"))
			.record();

		Member(String id) {
			this.told.put("id", id);
		}

		Member is(String relation) {
			this.told.put("relation", Code.of("Relation", relation));
			return this;
		}

		Member named(String name) {
			this.told.put("name", name);
			return this;
		}

		Member grade(int grade) {
			this.told.put("disabilityGrade", grade);
			return this;
		}

		Member earns(String yuan) {
			this.told.put("monthlyIncome", new BigDecimal(yuan));
			return this;
		}

		Member born(LocalDate day) {
			this.told.put("birthDate", day);
			return this;
		}

		Member receives(String... codes) {
			List<Code> received = new ArrayList<>();
			for (String code : codes) {
				received.add(Code.of("Receipt", code));
			}
			this.told.put("receives", received);
			return this;
		}

		FactRecord record() {
			return this.told.build();
		}

	}

	private Households() {
	}

	static Member member(String id) {
		return new Member(id);
	}

	/** Somebody born in 1930 with these members and no others. */
	static FactRecord of(Member... members) {
		List<FactRecord> items = new ArrayList<>();
		for (Member member : members) {
			items.add(member.record());
		}
		return of(items);
	}

	/** Somebody born in 1930; with null for the list it is unknown. */
	static FactRecord of(@Nullable List<FactRecord> members) {
		return TestFacts.DICTIONARY.shape()
			.record()
			.put("birthDate", LocalDate.of(1930, 1, 1))
			.put("members", members)
			.build();
	}

	static FactRecord unknown() {
		return of((List<FactRecord>) null);
	}

	/** In July 2013. */
	static FactSet facts(CompiledPolicy policy, FactRecord record, @Nullable Reads reads) {
		return new FactSet(new PersonFacts(policy.words(), record, "379901", Period.parse("2013-07"), reads), null,
				null, reads);
	}

}
