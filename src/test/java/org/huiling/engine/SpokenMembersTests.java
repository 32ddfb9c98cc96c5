package org.huiling.engine;

import java.util.List;
import java.util.Locale;

import org.huiling.decision.notice.Wording;
import org.huiling.dictionary.FactNames;
import org.huiling.engine.files.FactFiles;
import org.huiling.engine.reason.ConditionResult;
import org.huiling.facts.record.FactRecord;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiling.engine.Households.member;

/**
 * What is said of conditions over members: which of them, in words, and never by name.
 */
class SpokenMembersTests {

	private static final String POOR = "exists Member( relation == Relation.SPOUSE, monthlyIncome < P.line )";

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	SpokenMembersTests() {
		this.messages.setBasenames("messages/decision", "messages/web");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	private String said(String condition, FactRecord record, Locale locale) {
		Shelf shelf = TinyPolicy.monthly()
			.parameter("line", "900.00", "CNY")
			.parameter("severe", "2", "grade")
			.parameter("day", "1953-07-01", "date")
			.parameter("close", "[SPOUSE, CHILD]", "relation")
			.parameter("amount", "100.00", "CNY")
			.parameter("never", "200", "years")
			.rule("甲", "Applicant( ageOnLastDay > P.never )\n    " + condition, "benefit.pay(P.amount);")
			.shelf();
		ConditionResult found = shelf.assess("old-age-allowance", "2013-07", (day) -> record)
			.assessments()
			.get(0)
			.whyNot()
			.get(0)
			.conditions()
			.get(1);
		return new Wording(this.messages, FactNames.of(FactFiles.shipped().dictionary()), locale).condition(found);
	}

	private String zh(String condition, FactRecord record) {
		return said(condition, record, Locale.SIMPLIFIED_CHINESE);
	}

	private String en(String condition, FactRecord record) {
		return said(condition, record, Locale.ENGLISH);
	}

	@Test
	void theMemberWhoDecidesIsToldByTheNumber() {
		FactRecord poor = Households.of(member("1").is("CHILD").named("试例甲").earns("10.00"),
				member("2").is("SPOUSE").named("试例乙").earns("800.00"));
		assertThat(zh(POOR, poor))
			.isEqualTo("家庭成员中有：与本人的关系 = 配偶，且月收入 < 900.00 (您的情况：家庭成员 2 的与本人的关系 配偶; 家庭成员 2 的月收入 800.00)");
		assertThat(en(POOR, poor)).isEqualTo(
				"among the household members there is one with: relation to the person = spouse, and monthly income < 900.00 (in your case: household members, no. 2: relation to the person Spouse; household members, no. 2: monthly income 800.00)");
	}

	@Test
	void whyNobodyMeetsItIsToldOfEachMember() {
		FactRecord none = Households.of(member("1").is("CHILD").named("试例甲").earns("10.00"),
				member("2").is("SPOUSE").named("试例乙").earns("900.00"));
		assertThat(zh(POOR, none)).contains("家庭成员 1 的与本人的关系 子女", "家庭成员 2 的月收入 900.00").doesNotContain("试例", "10.00");
		assertThat(zh(POOR, Households.of())).contains("家庭成员 无");
		assertThat(zh(POOR, Households.unknown())).contains("家庭成员 未登记");
	}

	@Test
	void everyKindOfConditionHasWords() {
		FactRecord record = Households
			.of(member("1").is("SPOUSE").grade(1).earns("1.00").receives("DIBAO", "ELDER_ALLOWANCE"));
		for (String condition : List.of("not Member( disabilityGrade == 1 )", "not Member( )", "exists Member( )",
				"exists Member( relation memberOf P.close )", "exists Member( receives contains Receipt.DIBAO )",
				"exists Member( receives not contains Receipt.DIBAO )",
				"exists Member( receives excludes Receipt.DIBAO )", "exists Member( birthDate < P.day )",
				"exists Member( relation in ( Relation.CHILD, Relation.PARENT ) )",
				"( exists Member( relation == Relation.SPOUSE ) or not Member( monthlyIncome > P.line ) )",
				"not ( exists Member( monthlyIncome < P.line ) )", "Applicant( spouse.disabilityGrade <= P.severe )")) {
			assertThat(zh(condition, record)).doesNotContain("本条的其他要求").doesNotContainPattern("[A-Za-z]");
			assertThat(en(condition, record)).doesNotContain("another requirement")
				.doesNotContainPattern("[A-Z]{2}|[a-z][A-Z]");
		}
	}

}
