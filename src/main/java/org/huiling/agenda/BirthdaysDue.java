package org.huiling.agenda;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huiling.applicant.DatesOnFile;
import org.huiling.decision.due.DecidedSince;
import org.huiling.task.NewTask;
import org.huiling.task.Proposed;
import org.huiling.task.TaskKind;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * 年龄到档: whoever completes an age this month that a policy in force knows, until one of
 * its programs is decided for a time from that birthday on.
 */
@Component
class BirthdaysDue implements TaskSource {

	private static final String NAME = AGENDA + "BIRTHDAY";

	private final DatesOnFile dates;

	private final AgesThatMatter ages;

	private final DecidedSince decided;

	private final PeopleHere here;

	BirthdaysDue(DatesOnFile dates, AgesThatMatter ages, DecidedSince decided, PeopleHere here) {
		this.dates = dates;
		this.ages = ages;
		this.decided = decided;
		this.here = here;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public Collection<UUID> candidates(Look look) {
		Set<UUID> people = new LinkedHashSet<>();
		this.ages.in(look.jurisdiction(), look.month())
			.keySet()
			.forEach((age) -> people.addAll(this.dates.born(look.regionPrefix(), look.first().minusYears(age),
					YearMonth.from(look.day()).minusYears(age).atEndOfMonth())));
		return people;
	}

	/**
	 * A birthday.
	 *
	 * @param age that is completed on it
	 * @param day of it
	 */
	private record Birthday(int age, LocalDate day) {
	}

	@Override
	public List<DueTask> findings(Look look, Collection<UUID> people) {
		Map<Integer, Set<String>> ages = this.ages.in(look.jurisdiction(), look.month());
		Map<UUID, Birthday> birthdays = new HashMap<>();
		this.dates.of(people).forEach((id, dates) -> {
			Birthday last = (dates.birthDate() != null) ? last(dates.birthDate(), ages.keySet(), look) : null;
			if (last != null && this.here.are(look.jurisdiction(), dates.regions())) {
				birthdays.put(id, last);
			}
		});
		Map<UUID, LocalDate> days = new HashMap<>();
		birthdays.forEach((id, birthday) -> days.put(id, birthday.day()));
		Map<UUID, Set<String>> decided = this.decided.programs(days, look.jurisdiction());
		List<DueTask> findings = new ArrayList<>();
		birthdays.forEach((id, birthday) -> {
			Set<String> programs = ages.getOrDefault(birthday.age(), Set.of());
			if (decided.getOrDefault(id, Set.of()).stream().noneMatch(programs::contains)) {
				findings.add(new DueTask(task(look, id, birthday, programs), !birthday.day().isBefore(look.first())));
			}
		});
		return findings;
	}

	/** The last one up to the end of the month. */
	private static @Nullable Birthday last(LocalDate birth, Collection<Integer> ages, Look look) {
		Birthday last = null;
		for (int age : ages) {
			LocalDate day = birth.plusYears(age);
			if (!day.isAfter(look.lastOfMonth())) {
				last = new Birthday(age, day);
			}
		}
		return last;
	}

	private static NewTask task(Look look, UUID id, Birthday birthday, Set<String> programs) {
		return new NewTask(TaskKind.BIRTHDAY, id, null, look.jurisdiction(),
				(programs.size() == 1) ? programs.iterator().next() : null, "BIRTHDAY",
				List.of(String.valueOf(birthday.age()), birthday.day().toString(),
						"programs:" + String.join(",", programs)),
				Proposed.NOTHING, null, birthday.day(), NAME, "BIRTHDAY " + id + " " + birthday.age());
	}

}
