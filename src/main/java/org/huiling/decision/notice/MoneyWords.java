package org.huiling.decision.notice;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says amounts with what they are in, on pages and notices. */
@Component
public class MoneyWords {

	private final MessageSource messages;

	MoneyWords(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * An amount as it is read.
	 * @param amount with two decimals; null for none
	 * @param currency a code of ISO 4217
	 * @param locale the reader's
	 * @return such as {@code 1,234.50 元}; empty of none
	 */
	public String of(@Nullable BigDecimal amount, String currency, Locale locale) {
		return (amount == null) ? "" : said(String.format(Locale.ROOT, "%,.2f", amount), currency, locale);
	}

	/**
	 * An amount as it is written on a notice, without commas.
	 * @param amount with two decimals
	 * @param currency a code of ISO 4217
	 * @param locale the reader's
	 * @return such as {@code 1234.50 元}
	 */
	public String plain(BigDecimal amount, String currency, Locale locale) {
		return said(amount.toPlainString(), currency, locale);
	}

	private String said(String amount, String currency, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage("money.amount",
				new Object[] { amount, unit(currency, locale) }, amount + " " + currency, locale));
	}

	/**
	 * What several currencies are called.
	 * @param currencies codes of ISO 4217
	 * @param locale the reader's
	 * @return their names
	 */
	public String units(List<String> currencies, Locale locale) {
		return String.join(" / ", currencies.stream().map((one) -> unit(one, locale)).toList());
	}

	/**
	 * What a currency is called.
	 * @param currency a code of ISO 4217
	 * @param locale the reader's
	 * @return 元 or yuan; of others the name in Chinese, the code otherwise
	 */
	public String unit(String currency, Locale locale) {
		String otherwise = Locale.CHINESE.getLanguage().equals(locale.getLanguage())
				? Currency.getInstance(currency).getDisplayName(locale) : currency;
		return Objects.requireNonNull(this.messages.getMessage("money.unit." + currency, null, otherwise, locale));
	}

}
