package org.huiling.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.huiling.TestFacts;
import org.huiling.facts.Code;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.jspecify.annotations.Nullable;

/** Somebody with none to four members, of whom more or less is known. */
final class RandomHousehold {

	/** Values near to what {@link RandomItemRule} compares with. */
	private static final List<String> AMOUNTS = List.of("0.00", "899.99", "900.00", "900.01", "5000.00");

	private static final FactList MEMBERS = Objects.requireNonNull(TestFacts.DICTIONARY.list("members"));

	private static final RecordShape SHAPE = Objects.requireNonNull(TestFacts.DICTIONARY.shape().items("members"));

	private final Random random;

	private final double unknown;

	/**
	 * A household.
	 * @param unknown how much of it is unknown, from 0 to 1
	 */
	RandomHousehold(Random random, double unknown) {
		this.random = random;
		this.unknown = unknown;
	}

	FactRecord next() {
		FactRecord.Builder person = TestFacts.DICTIONARY.shape().record().put("birthDate", LocalDate.of(1930, 1, 1));
		if (this.random.nextDouble() >= this.unknown / 2) {
			List<FactRecord> members = new ArrayList<>();
			int count = this.random.nextInt(5);
			for (int i = 0; i < count; i++) {
				members.add(member(i));
			}
			person.put("members", members);
		}
		if (this.random.nextDouble() >= this.unknown) {
			person.put("pension.monthlyAmount", amount());
		}
		return person.build();
	}

	private FactRecord member(int number) {
		FactRecord.Builder member = SHAPE.record().put("id", String.valueOf(number + 1));
		for (Fact field : MEMBERS.fields()) {
			if (!"id".equals(field.name()) && this.random.nextDouble() >= this.unknown) {
				member.put(field.name(), value(field));
			}
		}
		return member.build();
	}

	private @Nullable Object value(Fact field) {
		return switch (field.type()) {
			case INTEGER -> this.random.nextInt(5);
			case MONEY -> amount();
			case DATE -> LocalDate.of(1953, 6, 30).plusDays(this.random.nextInt(3));
			case CODE -> code(field);
			case CODES -> this.random.nextBoolean() ? List.of() : List.of(code(field));
			default -> "text".equals(field.type().word()) ? "x" : null;
		};
	}

	private BigDecimal amount() {
		return new BigDecimal(AMOUNTS.get(this.random.nextInt(AMOUNTS.size())));
	}

	private Code code(Fact field) {
		List<String> names = List.copyOf(Objects.requireNonNull(field.codes()).names());
		return Code.of(field.codes().name(), names.get(this.random.nextInt(Math.min(4, names.size()))));
	}

}
