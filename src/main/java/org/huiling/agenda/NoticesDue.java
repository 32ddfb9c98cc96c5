package org.huiling.agenda;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.huiling.decision.notice.UnreadNotices;
import org.huiling.decision.notice.UnreadNotices.Unread;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;

import org.springframework.stereotype.Component;

/**
 * 通知书未送达: what a case worker decided, and whose notice nobody opened within some working
 * days.
 */
@Component
class NoticesDue implements TaskSource {

	private static final String NAME = AGENDA + "NOTICE";

	private final UnreadNotices notices;

	private final WorkingDays days;

	private final AgendaSettings settings;

	private final Clock clock;

	NoticesDue(UnreadNotices notices, WorkingDays days, AgendaSettings settings, Clock clock) {
		this.notices = notices;
		this.days = days;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		return this.notices.people(look.jurisdiction(), look.first().atStartOfDay(this.clock.getZone()).toInstant());
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		List<DueTask> findings = new ArrayList<>();
		this.notices.of(look.jurisdiction(), people).forEach((notice) -> {
			LocalDate decided = LocalDate.ofInstant(notice.decidedAt(), this.clock.getZone());
			LocalDate due = this.days.after(decided, this.settings.noticeWorkingDays());
			if (due.isBefore(look.day())) {
				findings.add(new DueTask(task(look, notice, decided, due), !decided.isBefore(look.first())));
			}
		});
		return findings;
	}

	private NewTask task(Look look, Unread notice, LocalDate decided, LocalDate due) {
		return new NewTask(TaskKind.NOTICE_DUE, notice.applicant(), null, look.jurisdiction(), notice.program(),
				"NOTICE_DUE",
				List.of(decided.toString(), "programs:" + notice.program(), notice.period(),
						String.valueOf(this.settings.noticeWorkingDays())),
				Proposed.NOTHING, null, due, NAME, "NOTICE " + notice.decision());
	}

	/** A notice is opened, and nothing else is recorded. */
	@Override
	public boolean isHeldEachTime() {
		return true;
	}

}
