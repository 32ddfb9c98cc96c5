package org.huiling.payment.result;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What the bank says of a transfer, as our files and those of banks name it. */
enum TransferResult {

	/** It arrived. */
	PAID("已付", "成功", "已发放", "发放成功", "交易成功", "处理成功", "代发成功", "入账成功", "已入账"),

	/** It could not be made. */
	FAILED("失败", "发放失败", "交易失败", "处理失败", "代发失败", "入账失败"),

	/** It was made and came back. */
	RETURNED("退回", "退汇", "已退回", "已退汇", "退票");

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final Set<String> words;

	TransferResult(String... words) {
		this.words = Set.of(words);
	}

	/** The one that is meant, null if none is. */
	static @Nullable TransferResult of(String text) {
		String word = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
		for (TransferResult each : values()) {
			if (each.name().equals(word) || each.words.contains(word)) {
				return each;
			}
		}
		return null;
	}

}
