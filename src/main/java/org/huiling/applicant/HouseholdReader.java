package org.huiling.applicant;

import java.time.LocalDate;
import java.util.Set;

import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Household;
import org.huiling.facts.ApplicantRecord.Hukou;
import org.huiling.facts.ApplicantRecord.Residence;
import org.huiling.facts.DibaoType;
import org.huiling.facts.HukouType;
import org.huiling.input.Codes;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * Reads where and with whom a person lives: hukou, residence, household and its dibao.
 */
final class HouseholdReader {

	private static final int LARGEST = 999;

	private static final Codes<HukouType> HUKOU_TYPES = Codes.of(HukouType.class);

	private static final Codes<DibaoType> DIBAO_TYPES = Codes.of(DibaoType.class);

	private static final Set<String> HUKOU = Set.of("region", "type", "since");

	private static final Set<String> RESIDENCE = Set.of("region", "since");

	private static final Set<String> HOUSEHOLD = Set.of("size", "monthlyIncome", "livingAlone", "dibao");

	private static final Set<String> DIBAO = Set.of("type", "since", "to", "monthlyAmount");

	private HouseholdReader() {
	}

	static @Nullable Hukou hukou(JsonFields person, Life life) {
		JsonFields fields = person.object("hukou", HUKOU);
		return (fields == null) ? null
				: new Hukou(fields.region("region"), fields.code("type", HUKOU_TYPES), life.ownDate(fields, "since"));
	}

	static @Nullable Residence residence(JsonFields person, Life life) {
		JsonFields fields = person.object("residence", RESIDENCE);
		return (fields == null) ? null : new Residence(fields.region("region"), life.ownDate(fields, "since"));
	}

	static @Nullable Household household(JsonFields person) {
		JsonFields fields = person.object("household", HOUSEHOLD);
		return (fields == null) ? null : new Household(fields.whole("size", 1, LARGEST), fields.money("monthlyIncome"),
				fields.bool("livingAlone"), dibao(fields));
	}

	/** A household may have drawn dibao before the person was born. */
	private static @Nullable Dibao dibao(JsonFields household) {
		JsonFields fields = household.object("dibao", DIBAO);
		if (fields == null) {
			return null;
		}
		LocalDate since = fields.date("since");
		LocalDate to = fields.date("to");
		Life.inOrder(fields, "since", since, "to", to);
		return new Dibao(fields.code("type", DIBAO_TYPES), since, to, fields.money("monthlyAmount"));
	}

}
