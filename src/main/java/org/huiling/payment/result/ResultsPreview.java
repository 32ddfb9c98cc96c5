package org.huiling.payment.result;

import java.math.BigDecimal;
import java.util.List;

/**
 * What taking a file of results would come to; nothing was written.
 *
 * @param digest of the file and what it would come to, "" if it is refused
 * @param accepted lines that would have their result, or have come back, by it
 * @param known lines that have the same result already
 * @param unanswered rows that say nothing yet; their lines stay open
 * @param sums what would be paid, failed, returned, and what follows for recoveries
 * @param waiting lines that would still have no result
 * @param waitingTotal yuan that would still have no result
 * @param ignoredColumns the names of the columns that nothing was read of
 * @param remarks rows that are odd, likewise the first; the file can be taken
 * nevertheless
 * @param refused rows that disagree, the first {@value #SHOWN}; if there is any, nothing
 * of the file can be taken
 * @param refusedRows how many of them are known
 * @param unfinished whether there are so many that the rest was not looked at
 */
public record ResultsPreview(String digest, long accepted, long known, long unanswered, List<ResultSum> sums,
		long waiting, BigDecimal waitingTotal, List<String> ignoredColumns, List<Row> remarks, List<Row> refused,
		long refusedRows, boolean unfinished) {

	/** How many rows are shown. */
	public static final int SHOWN = 200;

	/**
	 * Something wrong with a row.
	 *
	 * @param line of the file, from 1
	 * @param column by its name in our files, "" for the whole row
	 * @param message what is wrong, in the reader's language
	 */
	public record Row(long line, String column, String message) {
	}

}
