package org.huiling.web.casework.task;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.huiling.account.CurrentUser;
import org.huiling.account.Role;
import org.huiling.applicant.PersonFiles;
import org.huiling.input.Ids;
import org.huiling.input.ReasonBody;
import org.huiling.input.RecordReader;
import org.huiling.paging.Listing;
import org.huiling.paging.Paging;
import org.huiling.problem.InvalidInput;
import org.huiling.problem.ProblemTexts;
import org.huiling.problem.Refusal;
import org.huiling.task.AcceptBody;
import org.huiling.task.PlanBody;
import org.huiling.task.Proposed;
import org.huiling.task.TaskCounts;
import org.huiling.task.TaskKind;
import org.huiling.task.TaskLists;
import org.huiling.task.TaskQuery;
import org.huiling.task.TaskState;
import org.huiling.task.TaskView;
import org.huiling.task.TaskWork;
import org.huiling.web.FieldNames;
import org.huiling.web.ProgramNames;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 待办: the list of what is to be looked at, and one of it, with what accepting it would
 * come to; it is accepted, dismissed, assigned and dated there.
 */
@Controller
class TaskPages {

	private static final int SHOWN = 25;

	private static final String LIST = "redirect:/tasks?";

	/** What such a source found ends by itself once it is no longer so. */
	private static final String LOOKED_AT_AGAIN = "AGENDA:";

	private final TaskLists lists;

	private final TaskWork work;

	private final PersonFiles files;

	private final TaskWords words;

	private final ProgramNames programs;

	private final FieldNames names;

	private final ProblemTexts problems;

	private final CurrentUser user;

	private final Clock clock;

	TaskPages(TaskLists lists, TaskWork work, PersonFiles files, TaskWords words, ProgramNames programs,
			FieldNames names, ProblemTexts problems, CurrentUser user, Clock clock) {
		this.lists = lists;
		this.work = work;
		this.files = files;
		this.words = words;
		this.programs = programs;
		this.names = names;
		this.problems = problems;
		this.user = user;
		this.clock = clock;
	}

	@GetMapping("/tasks")
	String list(@ModelAttribute("filter") TaskFilter filter, Model model, Locale locale) {
		TaskQuery asked = filter.query(this.user.name(), LocalDate.now(this.clock));
		Listing<TaskView> list = this.lists.page(asked, new Paging(filter.number(), SHOWN), locale);
		if (list.items().isEmpty() && list.total() > 0) {
			// the last of its page was just done
			return LIST + filter.address() + "page=" + (list.total() - 1) / SHOWN;
		}
		TaskCounts counts = this.lists.counts(asked);
		model.addAttribute("list", list);
		model.addAttribute("tasks", this.words.of(list.items(), locale));
		model.addAttribute("counts", counts);
		model.addAttribute("tally", tally(counts, filter.kind()));
		model.addAttribute("kinds", this.words.kinds(locale));
		model.addAttribute("states", TaskFilter.Shown.values());
		model.addAttribute("dues", TaskFilter.Due.values());
		model.addAttribute("assignees", this.lists.assignees());
		model.addAttribute("mine", TaskFilter.MINE);
		addNames(model, locale);
		return "web/casework/tasks";
	}

	/** What stood on the list of a month is a task now. */
	@GetMapping("/month")
	String month() {
		return "redirect:/tasks";
	}

	@GetMapping("/tasks/{id}")
	String one(@PathVariable String id, @ModelAttribute("filter") TaskFilter filter, Model model, Locale locale) {
		UUID task = id(id);
		TaskView view = this.lists.one(task, locale);
		model.addAttribute("one", this.words.of(view, locale));
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("idle", Proposed.NOTHING.equals(view.proposes()));
		model.addAttribute("again", view.source().startsWith(LOOKED_AT_AGAIN));
		model.addAttribute("colleagues", this.work.colleagues(task));
		addNames(model, locale);
		if (view.state() == TaskState.OPEN && this.user.has(Role.CASE_WORKER)) {
			try {
				model.addAttribute("followed", this.work.look(task, locale));
				if (view.kind() == TaskKind.LIFE_CHECK_DUE && view.applicantId() != null) {
					// what is recorded here is recorded on the file as it is shown
					model.addAttribute("file", this.files.open(view.applicantId(), null, null));
				}
			}
			catch (Refusal | InvalidInput ex) {
				model.addAttribute("refused", this.problems.describe(ex, locale));
			}
		}
		return "web/casework/task";
	}

	@PostMapping("/tasks/{id}/accept")
	String accept(@PathVariable String id, @ModelAttribute("filter") TaskFilter filter,
			@RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
		UUID task = id(id);
		try {
			AcceptBody body = RecordReader.form(form, AcceptBody.class);
			return closed(this.work.accept(task, body, locale), filter, next, locale);
		}
		catch (Refusal ex) {
			return late(ex, task, filter, next);
		}
	}

	@PostMapping("/tasks/{id}/dismiss")
	String dismiss(@PathVariable String id, @ModelAttribute("filter") TaskFilter filter,
			@RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
		UUID task = id(id);
		try {
			String reason = RecordReader.form(form, ReasonBody.class).reason();
			return closed(this.work.dismiss(task, reason, locale), filter, next, locale);
		}
		catch (Refusal ex) {
			return late(ex, task, filter, next);
		}
	}

	@PostMapping("/tasks/{id}/plan")
	String plan(@PathVariable String id, @ModelAttribute("filter") TaskFilter filter,
			@RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
		UUID task = id(id);
		try {
			TaskView planned = this.work.plan(task, RecordReader.form(form, PlanBody.class), locale);
			next.addFlashAttribute("planned", this.words.of(planned, locale));
			return LIST + filter.here() + "#task-" + task;
		}
		catch (Refusal ex) {
			return late(ex, task, filter, next);
		}
	}

	private String closed(TaskView done, TaskFilter filter, RedirectAttributes next, Locale locale) {
		next.addFlashAttribute("closed", this.words.of(done, locale));
		return LIST + filter.here();
	}

	/** Somebody was faster: what they did is shown. */
	private static String late(Refusal refusal, UUID task, TaskFilter filter, RedirectAttributes next) {
		if (!"TASK_CLOSED".equals(refusal.code())) {
			throw refusal;
		}
		next.addFlashAttribute("late", true);
		return "redirect:/tasks/" + task + "?" + filter.here();
	}

	/** The kinds that there are, and the one looked for. */
	private static List<TaskCounts.OfKind> tally(TaskCounts counts, @Nullable TaskKind chosen) {
		List<TaskCounts.OfKind> kinds = new ArrayList<>(counts.kinds());
		if (chosen != null && kinds.stream().noneMatch((one) -> one.kind() == chosen)) {
			kinds.add(new TaskCounts.OfKind(chosen, 0));
		}
		return kinds;
	}

	private void addNames(Model model, Locale locale) {
		model.addAttribute("programs", this.programs.in(locale));
		model.addAttribute("names", this.names);
		model.addAttribute("locale", locale);
	}

	private static UUID id(String text) {
		return Ids.inPath(text, "TASK_NOT_FOUND");
	}

}
