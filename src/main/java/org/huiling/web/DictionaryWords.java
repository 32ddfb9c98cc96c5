package org.huiling.web;

import java.util.Locale;

import org.huiling.decision.notice.MoneyWords;
import org.huiling.dictionary.DictionaryInForce;
import org.huiling.dictionary.FactNames;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Entry;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Label;
import org.huiling.policy.PolicyCatalogue;
import org.huiling.problem.OtherWords;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What pages call facts and their values, as the dictionary declares it:
 * {@code field.<path>}, {@code field.<path>.hint} and {@code option.<path>.<code>}, in
 * which lists have no brackets.
 */
@Component
class DictionaryWords implements OtherWords {

	private static final String FIELD = "field.";

	private static final String OPTION = "option.";

	private static final String HINT = ".hint";

	private final DictionaryInForce inForce;

	private final FactNames names;

	private final PolicyCatalogue catalogue;

	private final MoneyWords money;

	DictionaryWords(DictionaryInForce inForce, FactNames names, PolicyCatalogue catalogue, MoneyWords money) {
		this.catalogue = catalogue;
		this.money = money;
		this.inForce = inForce;
		this.names = names;
	}

	@Override
	public @Nullable String word(String key, Locale locale) {
		if (key.startsWith(OPTION)) {
			return option(key.substring(OPTION.length()), locale);
		}
		Label label = key.startsWith(FIELD) ? field(key.substring(FIELD.length())) : null;
		return (label != null) ? label.in(locale) : null;
	}

	private @Nullable Label field(String path) {
		if (path.endsWith(HINT)) {
			Entry entry = entry(path.substring(0, path.length() - HINT.length()));
			return (entry != null) ? entry.naming().help() : null;
		}
		Entry entry = entry(path);
		return (entry != null) ? asked(entry, this.catalogue.onlyCurrency().orElse(null)) : null;
	}

	/**
	 * As a form asks: the currency behind amounts, where every jurisdiction pays in the
	 * same; 是否 before what is yes or no.
	 */
	private Label asked(Entry entry, @Nullable String currency) {
		Label label = entry.naming().label();
		FactType type = (entry instanceof Fact fact) ? fact.type() : FactType.TEXT;
		return switch (type) {
			case MONEY -> (currency == null) ? label
					: new Label(label.zh() + "（" + this.money.unit(currency, Locale.CHINESE) + "）",
							label.en() + " (" + this.money.unit(currency, Locale.ENGLISH) + ")");
			case BOOLEAN -> new Label("是否" + label.zh(), label.en());
			default -> label;
		};
	}

	private @Nullable String option(String path, Locale locale) {
		int dot = path.lastIndexOf('.');
		return (dot > 0) ? this.names.value(path.substring(0, dot), path.substring(dot + 1), locale) : null;
	}

	private @Nullable Entry entry(String path) {
		int dot = path.indexOf('.');
		for (Dictionary dictionary : this.inForce.current().all()) {
			Entry entry = dictionary.entry(path);
			if (entry == null && dot >= 0) {
				entry = dictionary.entry(path.substring(0, dot) + "[]" + path.substring(dot));
			}
			if (entry != null) {
				return entry;
			}
		}
		return null;
	}

}
