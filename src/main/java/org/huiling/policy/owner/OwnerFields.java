package org.huiling.policy.owner;

import java.util.regex.Pattern;

import jakarta.validation.constraints.Size;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Currencies;
import org.huiling.facts.Subject;
import org.huiling.input.FieldReader;
import org.huiling.input.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The fields of jurisdictions and programs, read as strictly as the importer reads their
 * files.
 */
final class OwnerFields {

	/**
	 * What directories of jurisdictions and programs are called; one holds fact files.
	 */
	static final String CALLED = "(?!facts$)[a-z0-9]+(-[a-z0-9]+)*";

	private static final Pattern NAME = Pattern.compile(CALLED);

	private static final Pattern PREFIX = Pattern.compile("(\\d{2,12})?");

	static final int LONGEST = 100;

	private OwnerFields() {
	}

	/**
	 * What something is called.
	 *
	 * @param zh in Chinese
	 * @param en in English
	 */
	record Name(@Size(max = LONGEST) String zh, @Size(max = LONGEST) String en) {

		Bilingual words() {
			return new Bilingual(this.zh, this.en);
		}

	}

	/** The id of a jurisdiction or a program. */
	static final class Id implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String id = fields.text(name, LONGEST);
			if (id != null && !isAdmitted(id)) {
				fields.refuse(name, OwnerFault.ID_NOT_ADMITTED);
				return null;
			}
			return id;
		}

		static boolean isAdmitted(String id) {
			return id.length() <= LONGEST && NAME.matcher(id).matches();
		}

	}

	/** What a jurisdiction pays in. */
	static final class Currency implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String currency = fields.text(name, LONGEST);
			if (currency == null) {
				return null;
			}
			Currencies.Flaw flaw = Currencies.flaw(currency);
			if (flaw == null) {
				return currency;
			}
			fields.refuse(name, switch (flaw) {
				case UNKNOWN -> OwnerFault.CURRENCY_UNKNOWN;
				case NOT_IN_HUNDREDTHS -> OwnerFault.CURRENCY_NOT_IN_HUNDREDTHS;
			});
			return null;
		}

	}

	/** Whom a program is about. */
	static final class About implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String subject = fields.text(name, LONGEST);
			if (subject != null && Subject.of(subject) == null) {
				fields.refuse(name, OwnerFault.NO_SUCH_SUBJECT);
				return null;
			}
			return subject;
		}

	}

	/** The prefix of region codes that a jurisdiction claims. */
	static final class Prefix implements FieldReader<String> {

		@Override
		public @Nullable String read(JsonFields fields, String name) {
			String prefix = fields.text(name, LONGEST);
			if (prefix != null && !PREFIX.matcher(prefix).matches()) {
				fields.refuse(name, OwnerFault.PREFIX_NOT_ADMITTED);
				return null;
			}
			return prefix;
		}

	}

}
