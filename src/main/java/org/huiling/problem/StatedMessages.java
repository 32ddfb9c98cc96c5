package org.huiling.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;

/**
 * Messages that no bundle has: words that are declared elsewhere, and what whoever
 * declared its code says. Of these the first two arguments are the text in Chinese and in
 * English, the others stand for {@code {0}} and so on in it.
 */
public final class StatedMessages implements MessageSource {

	private static final int TEXTS = 2;

	private final Iterable<OtherWords> others;

	/** Messages that their arguments state, and no other words. */
	public StatedMessages() {
		this(List.of());
	}

	StatedMessages(Iterable<OtherWords> others) {
		this.others = others;
	}

	@Override
	public @Nullable String getMessage(String code, Object @Nullable [] args, @Nullable String otherwise,
			@Nullable Locale locale) {
		Locale reader = (locale != null) ? locale : Locale.CHINESE;
		if (args != null && isStated(code, args)) {
			return stated(args, reader);
		}
		return word(code, otherwise, reader);
	}

	private static boolean isStated(String code, Object[] args) {
		return (code.startsWith("error.") || code.startsWith("warning.")) && args.length >= TEXTS
				&& args[0] instanceof String && args[1] instanceof String;
	}

	private @Nullable String word(String code, @Nullable String otherwise, Locale locale) {
		for (OtherWords words : this.others) {
			String word = words.word(code, locale);
			if (word != null) {
				return word;
			}
		}
		return otherwise;
	}

	private static String stated(Object[] args, Locale locale) {
		boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
		String text = String.valueOf(args[english ? 1 : 0]);
		Object[] mentioned = Arrays.copyOfRange(args, TEXTS, args.length);
		for (int i = 0; i < mentioned.length; i++) {
			text = text.replace("{" + i + "}", String.valueOf(mentioned[i]));
		}
		return text;
	}

	@Override
	public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
		String message = getMessage(code, args, null, locale);
		if (message == null) {
			throw new NoSuchMessageException(code);
		}
		return message;
	}

	@Override
	public String getMessage(MessageSourceResolvable resolvable, @Nullable Locale locale) {
		String[] codes = resolvable.getCodes();
		for (String code : (codes != null) ? codes : new String[0]) {
			String message = getMessage(code, resolvable.getArguments(), null, locale);
			if (message != null) {
				return message;
			}
		}
		throw new NoSuchMessageException(String.join(", ", (codes != null) ? codes : new String[0]));
	}

}
