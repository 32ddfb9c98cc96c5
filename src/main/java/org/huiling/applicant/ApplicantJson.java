package org.huiling.applicant;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Claim;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Household;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a record in the JSON of the HTTP contract; what is unknown is left out. */
public final class ApplicantJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final ObjectNode object = NODES.objectNode();

	private ApplicantJson() {
	}

	/**
	 * A record as JSON.
	 * @param applicant the record
	 * @return the object of the HTTP contract
	 */
	public static ObjectNode of(ApplicantRecord applicant) {
		return new ApplicantJson().put("residentId", applicant.residentId())
			.put("name", applicant.name())
			.put("birthDate", applicant.birthDate())
			.put("sex", applicant.sex())
			.put("deathDate", applicant.deathDate())
			.put("hukou", applicant.hukou(),
					(hukou) -> fields().put("region", hukou.region())
						.put("type", hukou.type())
						.put("since", hukou.since()))
			.put("residence", applicant.residence(),
					(residence) -> fields().put("region", residence.region()).put("since", residence.since()))
			.put("household", applicant.household(), ApplicantJson::household)
			.putAll("statuses", applicant.statuses(),
					(status) -> fields().put("kind", status.kind()).put("from", status.from()).put("to", status.to()))
			.putAll("choices", applicant.choices(),
					(choice) -> fields().put("program", choice.program()).put("from", choice.from()))
			.put("disability", applicant.disability(),
					(disability) -> fields().put("category", disability.category()).put("grade", disability.grade()))
			.put("careLevel", applicant.careLevel())
			.put("pension", applicant.pension(), (pension) -> fields().put("monthlyAmount", pension.monthlyAmount()))
			.put("lifeCheck", applicant.lifeCheck(), (check) -> fields().put("lastPassed", check.lastPassed()))
			.put("payee", applicant.payee(),
					(payee) -> fields().put("kind", payee.kind())
						.put("bank", payee.bank())
						.put("account", payee.account())
						.put("name", payee.name()))
			.put("insurance", applicant.insurance(),
					(insurance) -> fields().put("scheme", insurance.scheme())
						.put("year", insurance.year())
						.put("contributionPaid", insurance.contributionPaid()))
			.putAll("applications", applicant.applications(),
					(application) -> fields().put("program", application.program()).put("date", application.date()))
			.putAll("claims", applicant.claims(), ApplicantJson::claim).object;
	}

	private static ApplicantJson fields() {
		return new ApplicantJson();
	}

	private static ApplicantJson household(Household household) {
		return fields().put("size", household.size())
			.put("monthlyIncome", household.monthlyIncome())
			.put("livingAlone", household.livingAlone())
			.put("dibao", household.dibao(), ApplicantJson::dibao);
	}

	private static ApplicantJson dibao(Dibao dibao) {
		return fields().put("type", dibao.type())
			.put("since", dibao.since())
			.put("to", dibao.to())
			.put("monthlyAmount", dibao.monthlyAmount());
	}

	private static ApplicantJson claim(Claim claim) {
		return fields().put("id", claim.id())
			.put("date", claim.date())
			.put("admitted", claim.admitted())
			.put("kind", claim.kind())
			.put("hospitalTier", claim.hospitalTier())
			.put("totalCost", claim.totalCost())
			.put("eligibleCost", claim.eligibleCost());
	}

	private ApplicantJson put(String name, @Nullable Object value) {
		if (value != null) {
			this.object.set(name, node(value));
		}
		return this;
	}

	private static JsonNode node(Object value) {
		if (value instanceof Boolean bool) {
			return NODES.booleanNode(bool);
		}
		if (value instanceof Integer number) {
			return NODES.numberNode(number);
		}
		return (value instanceof BigDecimal yuan) ? NODES.numberNode(yuan) : NODES.stringNode(value.toString());
	}

	private <T> ApplicantJson put(String name, @Nullable T value, Function<T, ApplicantJson> fields) {
		if (value != null) {
			this.object.set(name, fields.apply(value).object);
		}
		return this;
	}

	private <T> ApplicantJson putAll(String name, @Nullable List<T> values, Function<T, ApplicantJson> fields) {
		if (values != null) {
			this.object.putArray(name).addAll(values.stream().map((value) -> fields.apply(value).object).toList());
		}
		return this;
	}

}
