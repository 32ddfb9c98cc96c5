package org.huiling.web.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.huiling.facts.DibaoType;
import org.huiling.facts.DisabilityCategory;
import org.huiling.facts.HukouType;
import org.huiling.facts.Scheme;
import org.huiling.facts.Sex;
import org.huiling.facts.StatusKind;
import org.huiling.web.casework.Field.Kind;
import tools.jackson.databind.JsonNode;

/** The facts that forms ask for, in the order of a conversation. */
final class Fields {

	/** All but the birth date, which comes first everywhere. */
	static final List<Field> ALL = List.of(Field.of("hukou.region", Kind.REGION),
			Field.choice("hukou.type", HukouType.values()), Field.of("hukou.since", Kind.DATE).after("hukou.region"),
			Field.of("residence.region", Kind.REGION), Field.of("residence.since", Kind.DATE).after("residence.region"),
			Field.choice("sex", Sex.values()), new Field("statuses", Kind.STATUSES, names(), null),
			Field.choice("household.dibao.type", DibaoType.values()),
			Field.of("household.dibao.since", Kind.DATE).after("household.dibao.type"),
			Field.of("household.dibao.to", Kind.DATE).after("household.dibao.type"),
			Field.of("household.dibao.monthlyAmount", Kind.NUMBER).after("household.dibao.type"),
			Field.of("household.size", Kind.NUMBER), Field.of("household.monthlyIncome", Kind.NUMBER),
			Field.of("household.livingAlone", Kind.YES_NO), Field.of("pension.monthlyAmount", Kind.NUMBER),
			Field.grades("disability.grade", 4), Field.choice("disability.category", DisabilityCategory.values()),
			Field.grades("careLevel", 3), Field.choice("insurance.scheme", Scheme.values()),
			Field.of("insurance.year", Kind.NUMBER), Field.of("insurance.contributionPaid", Kind.YES_NO),
			Field.of("lifeCheck.lastPassed", Kind.DATE), Field.of("deathDate", Kind.DATE));

	private Fields() {
	}

	/**
	 * What a form may change about somebody: not what it could not show, such as a status
	 * held twice or two applications for one program.
	 * @param programs that may be applied for
	 */
	static List<Field> changeable(JsonNode facts, Collection<String> programs) {
		List<Field> fields = new ArrayList<>(ALL);
		if (isTwice(facts.path("statuses"), "kind")) {
			fields.removeIf((field) -> field.kind() == Kind.STATUSES);
		}
		if (!isTwice(facts.path("applications"), "program")) {
			Set<String> options = new LinkedHashSet<>(programs);
			facts.path("applications").forEach((one) -> options.add(one.path("program").asString()));
			fields.add(new Field("applications", Kind.APPLICATIONS, List.copyOf(options), null));
		}
		return List.copyOf(fields);
	}

	private static boolean isTwice(JsonNode items, String name) {
		List<String> values = items.valueStream().map((one) -> one.path(name).asString()).toList();
		return new HashSet<>(values).size() < values.size();
	}

	private static List<String> names() {
		return List.of(StatusKind.values()).stream().map(Enum::name).toList();
	}

	/** The field that a missing path asks for; parts of statuses are asked as a whole. */
	static Optional<Field> asked(String missing) {
		String path = missing.startsWith("statuses") ? "statuses" : missing;
		return ALL.stream().filter((field) -> field.path().equals(path)).findFirst();
	}

}
