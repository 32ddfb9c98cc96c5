package org.huiling.task;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.idempotency.Idempotent;
import org.huiling.idempotency.Once;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks over HTTP. */
@Tag(name = "tasks", description = "待办 · what is to be looked at, from every source, and what is done about it")
@RestController
@RequestMapping(path = "/api/v1/tasks", produces = MediaType.APPLICATION_JSON_VALUE)
class TaskController {

	private final TaskLists lists;

	private final TaskWork work;

	private final Once once;

	TaskController(TaskLists lists, TaskWork work, Once once) {
		this.lists = lists;
		this.work = work;
		this.once = once;
	}

	@Operation(operationId = "listTasks",
			summary = "待办清单 · tasks of people whom one may see, what is due first in front",
			description = "region takes a prefix; due: those due by that day; source: such as CROSS_CHECK: and its id. because is in the reader's words; "
					+ "proposes says what accepting does, and is empty where only a person can tell.")
	@GetMapping
	Listing<TaskView> tasks(@RequestParam @Nullable TaskKind kind, @RequestParam @Nullable TaskState state,
			@RequestParam @Nullable String region, @RequestParam @Nullable String assignee,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
			@RequestParam @Nullable String source, Paging paging, @Parameter(hidden = true) Locale locale) {
		return this.lists.page(new TaskQuery(kind, state, region, assignee, due, source), paging, locale);
	}

	@Operation(operationId = "reportTasks", summary = "待办统计 · counts, money and days taken by kind",
			description = "of tasks found, done or dismissed from the first to the last day; names nobody")
	@GetMapping("/report")
	TaskReport report(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
			@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to, @RequestParam @Nullable String region) {
		return this.lists.report(from, to, region);
	}

	@Operation(operationId = "acceptTask", summary = "办理 · does at once what a task proposes, or nothing of it",
			description = """
					{"reason"?, "contact"?: PHONE|VISIT} → 200 with the task and what followed: the record, the hold, and what is decided of the person from
					then on, in one transaction. 409 if it was closed before or somebody decided the same at that moment; 422 if the
					record contradicts what is known: then the task stays open. Where nothing is proposed a reason says what was done; of a VERIFICATION contact says how the person was reached.""")
	@Idempotent(byItself = true)
	@PostMapping(path = "/{id}/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<TaskView> accept(@PathVariable String id, @RequestBody AcceptBody asked,
			@Parameter(hidden = true) Locale locale) {
		return this.work.accept(id(id), asked, locale, (done) -> this.once.answer(() -> ResponseEntity.ok(done.get())));
	}

	@Operation(operationId = "dismissTask", summary = "不办 · closes a task without doing anything",
			description = "{\"reason\"} → 200; 409 if it was closed before")
	@Idempotent
	@PostMapping(path = "/{id}/dismiss", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<TaskView> dismiss(@PathVariable String id, @RequestBody ReasonBody asked,
			@Parameter(hidden = true) Locale locale) {
		return ResponseEntity.ok(this.work.dismiss(id(id), asked.reason(), locale));
	}

	@Operation(operationId = "planTask", summary = "安排 · says who does a task, and by when",
			description = "{\"assignee\"?, \"due\"?} → 200; what is not said stays. 409 if it was closed before; 422 if the assignee is no case worker whose account may sign in and reaches the person")
	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	TaskView plan(@PathVariable String id, @RequestBody PlanBody asked, @Parameter(hidden = true) Locale locale) {
		return this.work.plan(id(id), asked, locale);
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "TASK_NOT_FOUND");
	}

}
