package org.huiling.engine.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.huiling.engine.files.FactFiles;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.FactSources;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reads a derived fact reads what it is worked out from. */
class FactSourcesTests {

	private static final Dictionary SHIPPED = FactFiles.shipped().dictionary();

	@Test
	void aDerivedFactRestsOnOthersDownToWhatIsRecorded() {
		assertThat(FactSources.of(SHIPPED, List.of("Applicant.poor"))).containsExactlyInAnyOrder("poor", "onDibao",
				"household.dibao.type", "household.dibao.since", "household.dibao.to", "tekun", "statuses",
				"statuses[].kind", "statuses[].from", "statuses[].to");
		assertThat(FactSources.of(SHIPPED, List.of("Applicant.hukouInJurisdiction")))
			.containsExactlyInAnyOrder("hukouInJurisdiction", "hukou.since", "hukou.region");
		assertThat(FactSources.of(SHIPPED, List.of("Applicant.ageOnLastDay", "Applicant.alive")))
			.containsExactlyInAnyOrder("ageOnLastDay", "birthDate", "alive", "deathDate");
	}

	@Test
	void aWordOverBillsReadsTheFieldsOfItsRoles() {
		assertThat(FactSources.of(SHIPPED, List.of("Claim.afterDeductible"))).containsExactlyInAnyOrder("claims",
				"claims[].date", "claims[].admitted", "claims[].kind", "claims[].hospitalTier",
				"claims[].eligibleCost");
		assertThat(FactSources.of(SHIPPED, List.of("Claim.ownPayment"))).containsExactlyInAnyOrder("claims",
				"claims[].totalCost");
		assertThat(FactSources.of(SHIPPED, List.of("Claim.kind", "Awards.rivalsAmong", "Applicant.nothing")))
			.containsExactlyInAnyOrder("claims", "claims[].kind");
	}

	@Test
	void aPatternOverMembersRestsOnTheListAndOnTheFieldsItAsks() {
		assertThat(FactSources.of(SHIPPED, List.of("Member"))).containsExactly("members");
		assertThat(FactSources.of(SHIPPED, List.of("Member", "Member.disabilityGrade")))
			.containsExactlyInAnyOrder("members", "members[].disabilityGrade");
	}

	@Test
	void aDerivedFactByItselfRestsOnWhatItNames() {
		assertThat(FactSources.of(SHIPPED, Objects.requireNonNull(SHIPPED.derived("poor"))))
			.containsExactlyInAnyOrder("onDibao", "tekun");
	}

	@Test
	void fieldsOfTheOneItemAndOfConditionsOnItemsCount() {
		Map<String, byte[]> files = new TreeMap<>(FactFiles.shipped().files());
		files.put("members.yaml",
				"""
						name: {zh: 成员, en: Members}
						facts:
						  members:
						    type: list
						    key: [id]
						    pattern: Member
						    zh: 家庭成员
						    en: Household members
						    fields:
						      id: {type: text, max: 10, required: true, zh: 成员编号, en: Member number}
						      relation: {type: code, codeType: Relation, codes: {SPOUSE: {zh: 配偶, en: Spouse}, CHILD: {zh: 子女, en: Child}}, zh: 关系, en: Relation}
						      born: {type: date, zh: 成员出生日期, en: Member born}
						derived:
						  spouse: {is: "one(members, relation == Relation.SPOUSE)", zh: 配偶, en: Spouse}
						  spouseYears: {is: "fullYears(spouse.born, firstDay)", zh: 配偶周岁, en: Age of the spouse}
						"""
					.getBytes(StandardCharsets.UTF_8));
		Dictionary dictionary = new FactFiles(files).dictionary();
		assertThat(FactSources.of(dictionary, List.of("Applicant.spouseYears"))).containsExactlyInAnyOrder(
				"spouseYears", "spouse", "members", "members[].relation", "members[].born", "firstDay");
	}

}
