package org.huiling.applicant.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.huiling.TestPerson;
import org.huiling.applicant.imports.file.ApplicantCsv;
import tools.jackson.databind.JsonNode;

/**
 * Writes records as a table that {@link ApplicantCsv} reads; no cell of them needs
 * quotes.
 */
final class SampleTable {

	private static final List<String> HEADER = header();

	private SampleTable() {
	}

	static String of(List<TestPerson> applicants) {
		return applicants.stream()
			.map(TestPerson::json)
			.map((applicant) -> HEADER.stream().map((path) -> cell(applicant, path)).collect(Collectors.joining(",")))
			.collect(Collectors.joining("\n", String.join(",", HEADER) + "\n", "\n"));
	}

	private static List<String> header() {
		List<String> header = new ArrayList<>(List.of("residentId", "name", "birthDate", "sex", "deathDate",
				"hukou.region", "hukou.type", "hukou.since", "residence.region", "residence.since", "household.size",
				"household.monthlyIncome", "household.livingAlone", "household.dibao.type", "household.dibao.since",
				"household.dibao.to", "household.dibao.monthlyAmount", "disability.category", "disability.grade",
				"careLevel", "pension.monthlyAmount", "lifeCheck.lastPassed", "payee.kind", "payee.bank",
				"payee.account", "payee.name", "insurance.scheme", "insurance.year", "insurance.contributionPaid"));
		list(header, "statuses", 2, "kind", "from", "to");
		list(header, "choices", 0);
		list(header, "applications", 1, "program", "date");
		list(header, "claims", 3, "id", "date", "admitted", "kind", "hospitalTier", "totalCost", "eligibleCost");
		return header;
	}

	/** The list's own column, where [] says that there are none, then its items. */
	private static void list(List<String> header, String list, int items, String... fields) {
		header.add(list);
		for (int i = 0; i < items; i++) {
			for (String field : fields) {
				header.add(list + "[" + i + "]." + field);
			}
		}
	}

	private static String cell(JsonNode applicant, String path) {
		JsonNode node = applicant.at("/" + path.replace('.', '/').replace("[", "/").replace("]", ""));
		if (node.isArray()) {
			return node.isEmpty() ? "[]" : "";
		}
		return node.isMissingNode() ? "" : node.asString();
	}

}
