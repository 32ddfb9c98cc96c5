package org.huiling.decision.notice;

import java.util.List;
import java.util.Locale;

import org.huiling.decision.store.InKindView;
import org.huiling.engine.InKind;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is granted in kind, on pages and notices. */
@Component
public class InKindWords {

	private static final String SEPARATOR = "in-kind.and";

	private final MessageSource messages;

	InKindWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Things with their quantities.
	 * @param things in order
	 * @param locale the reader's
	 * @return such as {@code 免费乘车卡 1 张、体检 2 次}; empty of none
	 */
	public String of(List<InKind> things, Locale locale) {
		return String.join(text(SEPARATOR, locale), things.stream().map((one) -> one(one, locale)).toList());
	}

	/**
	 * The same as it is answered.
	 * @param things null where there are none
	 * @param locale the reader's
	 * @return empty of none
	 */
	public String shown(@Nullable InKindView things, Locale locale) {
		return (things == null) ? "" : of(things.all().stream().map(InKindView::thing).toList(), locale);
	}

	private String one(InKind thing, Locale locale) {
		String unit = this.messages.getMessage("in-kind.unit." + thing.unit(), new Object[] { thing.quantity() },
				thing.unit(), locale);
		return text("in-kind.one", locale, thing.what().in(locale), Integer.toString(thing.quantity()),
				(unit != null) ? unit : thing.unit());
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
