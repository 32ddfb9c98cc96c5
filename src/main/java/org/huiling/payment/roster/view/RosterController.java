package org.huiling.payment.roster.view;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.idempotency.Once;
import org.huiling.input.Ids;
import org.huiling.input.IsoDays;
import org.huiling.input.ShapeFault;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.payment.roster.ForecastView;
import org.huiling.payment.roster.RosterBody;
import org.huiling.problem.FieldError;
import org.huiling.problem.InvalidInput;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Rosters over HTTP. */
@Tag(name = "rosters", description = "发放名册 · what is paid in a month, decisions plus adjustments")
@RestController
@RequestMapping(path = "/api/v1/rosters", produces = MediaType.APPLICATION_JSON_VALUE)
class RosterController {

	private static final String CSV = "text/csv";

	private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final RosterOperations rosters;

	private final Once once;

	RosterController(RosterOperations rosters, Once once) {
		this.rosters = rosters;
		this.once = once;
	}

	@Operation(operationId = "makeRoster", summary = "生成名册 · freezes what is paid in a month",
			description = """
					{"jurisdiction", "month": "2013-07", "skipping"?} → 201 with Location. Regular payments of the month, and for every
					earlier period whatever is decided and was not paid, or the other way round. 409 if the month or a later one has a
					roster, an earlier one still waits for approval, months after the last roster are missing ("skipping" says why they
					never had one; discarded ones do not count), or a COMMIT run is half way through its decisions.""")
	@ApiResponse(responseCode = "201", description = "the draft", useReturnTypeSchema = true)
	@Idempotent(byItself = true)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<RosterView> make(@RequestBody RosterBody asked) {
		return this.rosters.make(asked, (work) -> this.once.answer(() -> {
			RosterView roster = work.get();
			return ResponseEntity.created(URI.create("/api/v1/rosters/" + roster.id())).body(roster);
		}));
	}

	@Operation(operationId = "listRosters", summary = "全部名册 · rosters, the newest month first",
			description = "of a jurisdiction, of a month such as 2013-07, in a state: DRAFT, APPROVED, CLOSED or DISCARDED")
	@GetMapping
	Listing<RosterView> list(@RequestParam @Nullable String jurisdiction, @RequestParam @Nullable String month,
			@RequestParam @Nullable String state, Paging paging) {
		return this.rosters.list(jurisdiction, month, state, paging);
	}

	@Operation(operationId = "forecastRoster",
			summary = "发放预测 · what a month's roster would hold if it were made now, by program; nothing is written")
	@GetMapping("/forecast")
	ForecastView forecast(@RequestParam String jurisdiction, @RequestParam String month) {
		YearMonth asked = IsoDays.month(month);
		if (asked == null) {
			throw new InvalidInput(400, List.of(FieldError.of("month", ShapeFault.INVALID_MONTH.name())));
		}
		return this.rosters.forecast(jurisdiction, asked);
	}

	@Operation(operationId = "getRoster", summary = "一份名册 · totals, sections by recipient, results, what stays open")
	@GetMapping("/{id}")
	RosterView roster(@PathVariable String id) {
		return this.rosters.one(id(id));
	}

	@Operation(operationId = "listRosterLines", summary = "名册明细 · its lines; as text/csv or xlsx all of them")
	@GetMapping("/{id}/lines")
	Listing<LineView> lines(@PathVariable String id, Paging paging) {
		return this.rosters.lines(id(id), paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/lines", produces = CSV)
	ResponseEntity<StreamingResponseBody> linesAsCsv(@PathVariable String id) {
		RosterOperations.Writing lines = this.rosters.all(id(id), false);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + this.rosters.name(id(id)) + ".csv\"")
			.body(lines::to);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/lines", produces = XLSX)
	ResponseEntity<StreamingResponseBody> linesAsWorkbook(@PathVariable String id) {
		RosterOperations.Writing lines = this.rosters.all(id(id), true);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(XLSX))
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + this.rosters.name(id(id)) + ".xlsx\"")
			.body(lines::to);
	}

	@Operation(operationId = "listRosterTransfers", summary = "转账清单 · what is transferred, by account",
			description = """
					One positive amount for each payee account, recoveries set off, with the lines it is made of; what institutions are
					paid by program. A transfer is called by the number of its first line; results may come by transfer. As text/csv or
					xlsx all of them.""")
	@GetMapping("/{id}/transfers")
	Listing<TransferView> transfers(@PathVariable String id, Paging paging) {
		return this.rosters.transfers(id(id), paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/transfers", produces = CSV)
	ResponseEntity<StreamingResponseBody> transfersAsCsv(@PathVariable String id) {
		RosterOperations.Writing transfers = this.rosters.allTransfers(id(id), false);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + this.rosters.nameOfTransfers(id(id)) + ".csv\"")
			.body(transfers::to);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/transfers", produces = XLSX)
	ResponseEntity<StreamingResponseBody> transfersAsWorkbook(@PathVariable String id) {
		RosterOperations.Writing transfers = this.rosters.allTransfers(id(id), true);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(XLSX))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + this.rosters.nameOfTransfers(id(id)) + ".xlsx\"")
			.body(transfers::to);
	}

	@Operation(operationId = "listOpenItems",
			summary = "未结差额 · what is decided and not paid, or owed back and not recovered, and why")
	@GetMapping("/{id}/open")
	Listing<OpenItemView> open(@PathVariable String id, Paging paging) {
		return this.rosters.open(id(id), paging);
	}

	@Operation(operationId = "listRosterInKind",
			summary = "实物和服务 · what it lists in kind by person: cards, hours, days; as text/csv or xlsx all of it")
	@GetMapping("/{id}/in-kind")
	Listing<InKindLineView> inKind(@PathVariable String id, Paging paging) {
		return this.rosters.inKind(id(id), paging);
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/in-kind", produces = CSV)
	ResponseEntity<StreamingResponseBody> inKindAsCsv(@PathVariable String id) {
		return file(id, this.rosters.allInKind(id(id), false), new MediaType("text", "csv", StandardCharsets.UTF_8),
				".csv");
	}

	@Operation(hidden = true)
	@GetMapping(path = "/{id}/in-kind", produces = XLSX)
	ResponseEntity<StreamingResponseBody> inKindAsWorkbook(@PathVariable String id) {
		return file(id, this.rosters.allInKind(id(id), true), MediaType.parseMediaType(XLSX), ".xlsx");
	}

	private ResponseEntity<StreamingResponseBody> file(String id, RosterOperations.Writing lines, MediaType type,
			String ending) {
		return ResponseEntity.ok()
			.contentType(type)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"" + this.rosters.name(id(id)) + "-in-kind" + ending + "\"")
			.body(lines::to);
	}

	@Operation(operationId = "listRosterFlags",
			summary = "疑点 · what to look at before approving: accounts, payees, people who may be one, doubtful births and stays",
			description = """
					items of {"code", "applicantId", "fileNumber", "people", "lines": their numbers, "with"?: of SAME_PERSON the other files}
					NO_ACCOUNT, ACCOUNT_UNUSABLE, ACCOUNT_CHECK_DIGIT, ACCOUNT_FOR_MANY, DUPLICATE_PAYEE, HOLDER_DIFFERS, NO_RESIDENT_ID, SAME_PERSON,
					BIRTH_DOUBTFUL, SAME_STAY, STAYS_OVERLAP, LIFE_CHECK_UNKNOWN, OLD_ARREARS, WRITE_OFF_LAPSED, PAID_BY_ANOTHER (jurisdiction, for the same program and period)""")
	@GetMapping("/{id}/flags")
	Listing<FlagView> flags(@PathVariable String id, Paging paging) {
		return this.rosters.flags(id(id), paging);
	}

	@Operation(operationId = "approveRoster", summary = "审批 · approves a roster, never one's own",
			description = """
					409 if anything recorded since it was made ends or lowers a line (a death, a merged file, a move, a hold, a newer or
					revoked decision, a withdrawn version, another payee): the lines stand under "errors", each with a code. Discard it and
					make it again, after the people are decided anew where that is what changed.""")
	@PostMapping("/{id}/approve")
	RosterView approve(@PathVariable String id) {
		return this.rosters.approve(id(id));
	}

	@Operation(operationId = "discardRoster", summary = "作废 · discards a draft; its month can be made again")
	@PostMapping("/{id}/discard")
	RosterView discard(@PathVariable String id) {
		return this.rosters.discard(id(id));
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "ROSTER_NOT_FOUND");
	}

}
