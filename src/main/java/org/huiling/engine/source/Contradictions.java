package org.huiling.engine.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huiling.facts.ApplicantRecord;
import org.huiling.facts.ApplicantRecord.Claim;
import org.huiling.facts.ApplicantRecord.Dibao;
import org.huiling.facts.ApplicantRecord.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP contract refuses in a record of which each field can be read: fields
 * without which an item says nothing, numbers outside their bounds, days that contradict
 * each other. A test holds it against the reader of requests.
 */
final class Contradictions {

	private static final int LONGEST_ID = 64;

	/** Takes what is wrong with the field at a path. */
	interface Refusals {

		/** The other is what it contradicts, null if it is wrong by itself. */
		void refuse(String path, @Nullable String other, String zh, String en);

	}

	private final ApplicantRecord person;

	private final LocalDate today;

	private final Refusals refusals;

	private Contradictions(ApplicantRecord person, LocalDate today, Refusals refusals) {
		this.person = person;
		this.today = today;
		this.refusals = refusals;
	}

	static void find(ApplicantRecord person, LocalDate today, Refusals refusals) {
		Contradictions contradictions = new Contradictions(person, today, refusals);
		contradictions.life();
		contradictions.circumstances();
		contradictions.items();
		contradictions.claims();
	}

	private void life() {
		LocalDate death = this.person.deathDate();
		notInFuture("birthDate", this.person.birthDate());
		notInFuture("deathDate", death);
		if (death != null && death.isBefore(this.person.birthDate())) {
			this.refusals.refuse("deathDate", "birthDate", "早于 birthDate", "is before birthDate");
		}
	}

	private void notInFuture(String path, @Nullable LocalDate day) {
		if (day != null && day.isAfter(this.today)) {
			this.refusals.refuse(path, null, "还没有到", "has not come yet");
		}
	}

	private void circumstances() {
		if (this.person.hukou() != null) {
			region("hukou.region", this.person.hukou().region());
			own("hukou.since", this.person.hukou().since());
		}
		if (this.person.residence() != null) {
			region("residence.region", this.person.residence().region());
			own("residence.since", this.person.residence().since());
		}
		if (this.person.household() != null) {
			between("household.size", this.person.household().size(), 1, 999);
			dibao(this.person.household().dibao());
		}
		if (this.person.disability() != null) {
			between("disability.grade", this.person.disability().grade(), 0, 4);
		}
		between("careLevel", this.person.careLevel(), 0, 3);
		if (this.person.insurance() != null) {
			between("insurance.year", this.person.insurance().year(), 1950, 9999);
		}
		if (this.person.lifeCheck() != null) {
			own("lifeCheck.lastPassed", this.person.lifeCheck().lastPassed());
		}
	}

	/** A household may have drawn dibao before the person was born. */
	private void dibao(@Nullable Dibao dibao) {
		if (dibao != null) {
			inOrder("household.dibao.to", "since", dibao.since(), dibao.to());
		}
	}

	private void items() {
		each("statuses", this.person.statuses(), 200, (at, status) -> {
			required(at + ".kind", status.kind());
			own(at + ".from", status.from());
			own(at + ".to", status.to());
			inOrder(at + ".to", "from", status.from(), status.to());
		});
		each("choices", this.person.choices(), 200, (at, choice) -> {
			text(at + ".program", choice.program());
			own(at + ".from", choice.from());
		});
		each("applications", this.person.applications(), 200, (at, application) -> {
			text(at + ".program", application.program());
			required(at + ".date", application.date());
			own(at + ".date", application.date());
		});
	}

	private void claims() {
		Map<String, String> seen = new HashMap<>();
		each("claims", this.person.claims(), 1000, (at, claim) -> {
			text(at + ".id", claim.id());
			required(at + ".date", claim.date());
			required(at + ".kind", claim.kind());
			String first = (claim.id() != null) ? seen.putIfAbsent(claim.id(), at) : null;
			if (first != null) {
				this.refusals.refuse(at + ".id", first + ".id", "与 " + first + ".id 相同", "is that of " + first + ".id");
			}
			days(at, claim);
			costs(at, claim.eligibleCost(), claim.totalCost());
		});
	}

	private void days(String at, Claim claim) {
		own(at + ".date", claim.date());
		own(at + ".admitted", claim.admitted());
		LocalDate death = this.person.deathDate();
		if (claim.date() != null && death != null && claim.date().isAfter(death)) {
			this.refusals.refuse(at + ".date", "deathDate", "晚于 deathDate", "is after deathDate");
		}
		if (claim.admitted() != null && claim.date() != null && claim.admitted().isAfter(claim.date())) {
			this.refusals.refuse(at + ".admitted", at + ".date", "晚于 date", "is after date");
		}
	}

	private void costs(String at, @Nullable BigDecimal eligible, @Nullable BigDecimal total) {
		if (eligible != null && total != null && eligible.compareTo(total) > 0) {
			this.refusals.refuse(at + ".eligibleCost", at + ".totalCost", "大于 totalCost", "is more than totalCost");
		}
	}

	private void own(String path, @Nullable LocalDate day) {
		if (day != null && day.isBefore(this.person.birthDate())) {
			this.refusals.refuse(path, "birthDate", "早于 birthDate", "is before birthDate");
		}
	}

	private void inOrder(String path, String start, @Nullable LocalDate from, @Nullable LocalDate to) {
		if (from != null && to != null && to.isBefore(from)) {
			this.refusals.refuse(path, null, "早于 " + start, "is before " + start);
		}
	}

	private void between(String path, @Nullable Integer number, int least, int most) {
		if (number != null && (number < least || number > most)) {
			this.refusals.refuse(path, null, "应为 " + least + " 至 " + most, "must be from " + least + " to " + most);
		}
	}

	private void region(String path, @Nullable String region) {
		if (region != null && !region.matches("[0-9]{6,12}")) {
			this.refusals.refuse(path, null, "应为六至十二位行政区划代码", "must be a region code of six to twelve digits");
		}
	}

	private void required(String path, @Nullable Object value) {
		if (value == null) {
			this.refusals.refuse(path, null, "必须写", "must be there");
		}
	}

	private void text(String path, @Nullable String text) {
		required(path, text);
		if (text != null && (text.isBlank() || text.length() > LONGEST_ID)) {
			this.refusals.refuse(path, null, "应为不超过 " + LONGEST_ID + " 个字符的文字",
					"must be a text of at most " + LONGEST_ID + " characters");
		}
	}

	/** What is looked at in an item of a list. */
	private interface Look<T> {

		void at(String path, T item);

	}

	private <T> void each(String path, @Nullable List<T> items, int most, Look<T> look) {
		if (items != null && items.size() > most) {
			this.refusals.refuse(path, null, "多于 " + most + " 项", "has more than " + most + " items");
			return;
		}
		for (int i = 0; items != null && i < items.size(); i++) {
			look.at(path + "[" + i + "]", items.get(i));
		}
	}

}
