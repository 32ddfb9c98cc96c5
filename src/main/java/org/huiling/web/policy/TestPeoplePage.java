package org.huiling.web.policy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.engine.Assessment;
import org.huiling.engine.problem.PolicyDefects;
import org.huiling.engine.problem.PolicyFault;
import org.huiling.facts.Period;
import org.huiling.facts.record.FactRecord;
import org.huiling.input.StrictJson;
import org.huiling.policy.drafts.Drafts;
import org.huiling.policy.drafts.trial.TestPeople;
import org.huiling.policy.drafts.trial.TestPeople.TestPerson;
import org.huiling.problem.InvalidInput;
import org.huiling.web.Identifiers;
import org.huiling.web.casework.decide.AnswerView;
import org.huiling.web.casework.decide.AnswerViews;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * 测试人员: how everybody kept with a draft fares now, by what is in force and by the draft.
 */
@Controller
class TestPeoplePage {

	private final Drafts drafts;

	private final TestPeople people;

	private final AnswerViews views;

	private final ApplicantReaderInForce readings;

	TestPeoplePage(Drafts drafts, TestPeople people, AnswerViews views, ApplicantReaderInForce readings) {
		this.drafts = drafts;
		this.people = people;
		this.views = views;
		this.readings = readings;
	}

	/**
	 * How somebody fares.
	 *
	 * @param person who
	 * @param before by what is in force
	 * @param after by the draft
	 * @param read false if the draft or the person cannot be read now
	 */
	record Line(TestPerson person, List<AnswerView> before, List<AnswerView> after, boolean read) {

		Line {
			before = List.copyOf(before);
			after = List.copyOf(after);
		}

		/** Whether the draft changes something for them. */
		public boolean isChanged() {
			return !said(this.before).equals(said(this.after));
		}

		private static List<String> said(List<AnswerView> answers) {
			return answers.stream().map((one) -> one.outcome() + " " + one.amount()).toList();
		}

	}

	/** Everybody at once, which takes seconds: the page asks for it when it is there. */
	@GetMapping("/drafts/{id}/people")
	String people(@PathVariable String id, Model model, Locale locale) {
		UUID draft = Identifiers.draft(id);
		model.addAttribute("draft", this.drafts.view(draft));
		model.addAttribute("lines", lines(draft, locale));
		return "web/policy/people :: people";
	}

	private List<Line> lines(UUID draft, Locale locale) {
		List<TestPerson> kept = this.people.of(draft);
		List<Line> lines = new ArrayList<>();
		if (kept.isEmpty()) {
			return lines;
		}
		try {
			BiFunction<FactRecord, Period, List<Assessment>> asking = this.drafts.asking(draft);
			kept.forEach((one) -> lines.add(line(draft, one, asking, locale)));
		}
		catch (PolicyDefects defects) {
			kept.forEach((one) -> lines.add(new Line(one, List.of(), List.of(), false)));
		}
		return lines;
	}

	private Line line(UUID draft, TestPerson one, BiFunction<FactRecord, Period, List<Assessment>> asking,
			Locale locale) {
		try {
			Period period = Period.parse(one.period());
			FactRecord person = this.readings.by(this.drafts.reading(draft))
				.read(StrictJson.read(one.person().getBytes(StandardCharsets.UTF_8)))
				.record();
			return new Line(one, this.views.inFull(this.drafts.without(draft, person, period), Map.of(), locale),
					this.views.inFull(asking.apply(person, period), Map.of(), locale), true);
		}
		catch (InvalidInput | PolicyFault | DateTimeException | IllegalArgumentException unread) {
			return new Line(one, List.of(), List.of(), false);
		}
	}

}
