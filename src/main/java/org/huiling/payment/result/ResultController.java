package org.huiling.payment.result;

import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.input.Ids;
import org.huiling.problem.StreamedBody;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the bank reports of a roster, over HTTP. */
@Tag(name = "rosters")
@RestController
class ResultController {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final ResultFiles files;

	ResultController(ResultFiles files) {
		this.files = files;
	}

	@Operation(operationId = "takeResults", summary = "发放结果 · takes what the bank reports",
			description = """
					csv (UTF-8, GBK, GB18030) or xlsx with the columns line (or transfer), result (PAID, FAILED, RETURNED; 已付, 失败, 退回), reason and day. Further
					columns that identify a line (roster, digest, applicantId, fileNumber, decisionId, account, amount) must agree with it, or
					nothing of the file is taken: errors name the line of the file, rows[5]. Rows without a result are counted (unanswered) and stay open; sums and
					signatures below the list and other holders of accounts are named in lines, other columns in ignoredColumns. Sent again it changes nothing. RETURNED of what was paid is taken on a CLOSED
					roster too: the next roster pays it as RETRY. dryRun=true says what would be paid, failed and returned, in lines and
					money, and writes nothing; its digest sent as digest makes it 409 if the file or the roster is another by then.""")
	@StreamedBody
	@PostMapping(path = "/api/v1/rosters/{id}/results", produces = MediaType.APPLICATION_JSON_VALUE,
			consumes = { CSV, XLSX, "application/vnd.ms-excel" })
	ResultsTaken results(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam @Nullable String digest, @Parameter(hidden = true) InputStream body, Locale locale) {
		UUID roster = Ids.inPath(id, "ROSTER_NOT_FOUND");
		return dryRun ? this.files.dryRun(roster, body, locale) : this.files.take(roster, body, digest, locale);
	}

}
