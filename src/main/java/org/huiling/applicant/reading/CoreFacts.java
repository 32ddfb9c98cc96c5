package org.huiling.applicant.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.huiling.applicant.RegionsInUse;
import org.huiling.applicant.identity.AccountHolder;
import org.huiling.applicant.identity.DoubtfulBirth;
import org.huiling.applicant.identity.ResidentId;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.record.DoubtfulStays;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordedClaim;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What Java knows by name and a declaration cannot say: resident ids and credit codes
 * with their check digit, names that a computer damaged, accounts, birth dates that
 * nobody knew, stays that overlap. Messages never repeat what was sent.
 */
final class CoreFacts {

	private static final String RESIDENT_ID = "residentId";

	private static final String CREDIT_CODE = "creditCode";

	private static final String ACCOUNT = "payee.account";

	private static final Set<String> NAMES = Set.of("name", "payee.name");

	private final boolean onFile;

	private final Warnings warnings;

	private final RegionsInUse regions;

	/** The person's, once it was read. */
	private @Nullable ResidentId id;

	CoreFacts(boolean onFile, Warnings warnings, RegionsInUse regions) {
		this.onFile = onFile;
		this.warnings = warnings;
		this.regions = regions;
	}

	/** Whether it was read before, by an older version too. */
	boolean isOnFile() {
		return this.onFile;
	}

	/** Whether a text has rules of its own. */
	static boolean hasRules(Fact fact) {
		return RESIDENT_ID.equals(fact.path()) || CREDIT_CODE.equals(fact.path()) || ACCOUNT.equals(fact.path())
				|| NAMES.contains(fact.path());
	}

	/** A text that has rules of its own. */
	@Nullable String read(Fact fact, JsonFields fields) {
		return switch (fact.path()) {
			case RESIDENT_ID -> residentId(fields);
			case CREDIT_CODE -> IdentityReader.creditCode(fields);
			case ACCOUNT -> new PayeeAccountReader(fields, this.onFile, this.warnings).account();
			default -> IdentityReader.name(fields, this.warnings);
		};
	}

	private @Nullable String residentId(JsonFields fields) {
		this.id = IdentityReader.residentId(fields, this.warnings, this.regions);
		return (this.id != null) ? this.id.value() : null;
	}

	/** What has to be held against other facts of a person. */
	void look(FactRecord person, JsonFields fields, LocalDate today) {
		if (this.id != null) {
			LocalDate birth = person.birthDate().equals(LocalDate.MIN) ? null : person.birthDate();
			IdentityReader.refuseContradictions(fields, this.id, birth, person.sex());
		}
		if (person.subject() == Subject.PERSON) {
			warnOfBirth(person, fields, today);
		}
		if (AccountHolder.differs((String) person.value("payee.kind"), (String) person.value("payee.name"),
				person.name())) {
			this.warnings.add(RecordWarning.Kind.HOLDER_DIFFERS, fields.path("payee.name"), fields.path("name"));
		}
	}

	/**
	 * Warns of a birth date that nobody knew. A resident id of the same date confirms it,
	 * but makes nobody older than anybody.
	 */
	private void warnOfBirth(FactRecord person, JsonFields fields, LocalDate today) {
		LocalDate birth = person.birthDate();
		LocalDate death = person.deathDate();
		if (birth.equals(LocalDate.MIN)) {
			return;
		}
		if (person.residentId() == null && DoubtfulBirth.isPlaceholder(birth)) {
			this.warnings.add(RecordWarning.Kind.BIRTH_PLACEHOLDER, fields.path("birthDate"));
		}
		else if (DoubtfulBirth.isOlder(birth, (death != null) ? death : today, DoubtfulBirth.OLDEST)) {
			this.warnings.add(RecordWarning.Kind.BIRTH_LONG_AGO, fields.path("birthDate"), DoubtfulBirth.OLDEST);
		}
	}

	/** Of both is warned: which of them is wrong, only the bills say. */
	void warnOfStays(FactRecord person, JsonFields fields) {
		person.shape().claims().forEach((list) -> {
			List<RecordedClaim> claims = person.claims(list);
			if (claims != null && claims.stream().allMatch(RecordedClaim::isDated)) {
				warnOfStays(list, claims, fields.path(list));
			}
		});
	}

	private void warnOfStays(String list, List<RecordedClaim> claims, String path) {
		boolean bills = RecordedClaim.LIST.equals(list);
		DoubtfulStays.of(claims).forEach((doubt) -> {
			RecordWarning.Kind same = bills ? RecordWarning.Kind.SAME_STAY : RecordWarning.Kind.SAME_ITEM;
			RecordWarning.Kind overlap = bills ? RecordWarning.Kind.STAYS_OVERLAP : RecordWarning.Kind.ITEMS_OVERLAP;
			this.warnings.add(doubt.same() ? same : overlap,
					path + "[" + doubt.claim() + "]." + claims.get(doubt.claim()).field("day"),
					path + "[" + doubt.other() + "]");
		});
	}

}
