package org.huiling.payment.result;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file of results. Those from {@link #ROSTER} on identify what is meant,
 * and must agree with ours wherever a cell of theirs is filled; names are compared, but
 * banks write them in many ways.
 */
enum ResultColumn {

	/** The number of a line. */
	LINE("line", "行号", "名册行号"),

	/** The number of a transfer: of all lines that were paid at once. */
	TRANSFER("transfer", "转账号", "转账编号"),

	/** What became of it. */
	RESULT("result", "结果", "发放结果", "处理结果", "交易结果", "代发结果"),

	/** Why it failed or came back. */
	REASON("reason", "原因", "失败原因", "退回原因"),

	/** Where banks say why, if there is no column for it. */
	REMARK("remark", "备注", "附言"),

	/** The person's name. */
	NAME("name", "姓名"),

	/** Who holds the account. */
	HOLDER("accountHolder", "account holder", "户名", "账户姓名", "账户名", "账户名称", "收款人", "收款人姓名", "收款人户名", "收款人名称", "收款户名"),

	/** When it did. */
	DAY("day", "日期", "退回日期"),

	/** The id of the roster. */
	ROSTER("roster", "名册", "名册编号"),

	/** The digest of the roster. */
	DIGEST("digest", "摘要", "名册摘要"),

	/** The id of the person. */
	APPLICANT("applicantId", "人员编号"),

	/** The number of the person's file. */
	FILE_NUMBER("fileNumber", "file number", "档案编号"),

	/** The id of the decision. */
	DECISION("decisionId", "认定编号"),

	/** The account. */
	ACCOUNT("account", "账号", "卡号", "银行账号", "银行卡号", "收款账号", "收款人账号"),

	/** The amount. */
	AMOUNT("amount", "金额", "发放金额", "交易金额");

	private final String name;

	@SuppressWarnings("ImmutableEnumChecker") // never changed after construction
	private final List<String> names;

	ResultColumn(String name, String... others) {
		this.name = name;
		this.names = Stream.concat(Stream.of(name.toLowerCase(Locale.ROOT)), Stream.of(others)).toList();
	}

	/** Its name in our own files. */
	String inOurFiles() {
		return this.name;
	}

	/** The one that a header names, null if it is of no interest. */
	static @Nullable ResultColumn of(String header) {
		String name = Normalizer.normalize(header.replace("\uFEFF", ""), Normalizer.Form.NFKC)
			.strip()
			.toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter((column) -> column.names.contains(name)).findFirst().orElse(null);
	}

}
