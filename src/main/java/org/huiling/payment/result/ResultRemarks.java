package org.huiling.payment.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is odd about a file of results though it can be taken, the first places of it, and
 * how many rows have no result yet.
 */
final class ResultRemarks {

	private static final int MOST_LISTED = 1000;

	private final List<ResultRemark> listed = new ArrayList<>();

	private long count;

	private long unanswered;

	/** A row that is none: a sum, or who made the file. */
	void footer(int row) {
		add(new ResultRemark(row, "", "FOOTER"));
	}

	/** Somebody else holds the account, as the bank writes it. */
	void otherHolder(int row, ResultColumn column) {
		add(new ResultRemark(row, column.inOurFiles(), "OTHER_HOLDER"));
	}

	/** A row that does not say yet what became of it. */
	void unanswered() {
		this.unanswered++;
	}

	private void add(ResultRemark remark) {
		this.count++;
		if (this.listed.size() < MOST_LISTED) {
			this.listed.add(remark);
		}
	}

	/** The first of them by their rows. */
	List<ResultRemark> listed() {
		return this.listed.stream().sorted(Comparator.comparingLong(ResultRemark::line)).toList();
	}

	/** How many there are. */
	long count() {
		return this.count;
	}

	/** How many rows have no result yet. */
	long unansweredRows() {
		return this.unanswered;
	}

}
