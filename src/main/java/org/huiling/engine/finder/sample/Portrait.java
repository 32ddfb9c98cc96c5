package org.huiling.engine.finder.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.huiling.engine.finder.sample.Setting.Absent;
import org.huiling.engine.finder.sample.Setting.Beside;
import org.huiling.engine.finder.sample.Setting.Birthday;
import org.huiling.engine.finder.sample.Setting.Earlier;
import org.huiling.engine.finder.sample.Setting.Income;
import org.huiling.engine.finder.sample.Setting.On;
import org.huiling.engine.finder.sample.Setting.Since;
import org.huiling.engine.finder.sample.Setting.YearOfPeriod;
import org.huiling.facts.Code;
import org.huiling.facts.Period;
import org.huiling.facts.Sex;
import org.huiling.facts.Subject;
import org.huiling.facts.dictionary.AsRecorded;
import org.huiling.facts.dictionary.Dictionary;
import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;
import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;
import org.huiling.facts.type.DayLimit;
import org.huiling.facts.type.FactType;
import org.huiling.facts.type.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Draws the applicant of a sample: free of contradictions, so that the record can be
 * posted as it is.
 */
final class Portrait {

	static final String CLAIM = "c1";

	/** No year's insurance, so that no other program pays for a claim. */
	private static final Code UNINSURED = Code.of("Scheme", "NONE");

	/** Lists that the program itself knows to make. */
	static final Set<String> LISTS = Set.of("statuses", "choices", "claims", "applications");

	private final Sample sample;

	private final Subject subject;

	private final Period period;

	private final LocalDate birth;

	private final FactRecord.Builder person;

	Portrait(Sample sample) {
		this.sample = sample;
		this.period = sample.period();
		this.subject = sample.setup().subject();
		this.birth = Objects.requireNonNull(day(beginning(sample)));
		this.person = sample.setup().shape().record();
	}

	private static Object beginning(Sample sample) {
		Subject subject = sample.setup().subject();
		if (subject == Subject.PERSON) {
			return sample.<Object>get(Dimension.BIRTH, new Birthday(70, On.FIRST_DAY));
		}
		Fact opened = sample.setup().vocabulary().dictionary().fact(subject.beginning());
		return sample.<Object>get(Dimension.of(Objects.requireNonNull(opened)), new Since(240, 0));
	}

	FactRecord record() {
		return withoutWhatDoesNotApply(made());
	}

	/** The same with somebody known behind it. */
	FactRecord record(Likeness likeness, Set<Dimension> set) {
		return withoutWhatDoesNotApply(likeness.behind(made(), set));
	}

	private FactRecord made() {
		boolean alive = this.sample.get(Dimension.ALIVE, true)
				|| this.period.firstDay().minusDays(1).isBefore(this.birth);
		put(this.subject.beginning(), this.birth);
		put(this.subject.end(), alive ? null : this.period.firstDay().minusDays(1));
		if (this.subject == Subject.PERSON) {
			person();
		}
		FactList over = this.sample.setup().over();
		if (over != null && this.sample.setup().isOver(over.path())) {
			put(over.path(), new OverItems(this.sample, over, shape(over.path()), this::value).all());
		}
		declared();
		return this.person.build();
	}

	private void person() {
		put("sex", this.sample.get(Dimension.SEX, Sex.FEMALE));
		put("hukou.region", region(Dimension.HUKOU_REGION));
		put("hukou.type", this.sample.get(Dimension.HUKOU_TYPE, Code.of("HukouType", "RURAL")));
		put("hukou.since", since(Dimension.HUKOU_SINCE));
		put("residence.region", region(Dimension.RESIDENCE_REGION));
		put("residence.since", since(Dimension.RESIDENCE_SINCE));
		household();
		put("statuses", statuses());
		put("choices", List.of());
		disability();
		put("pension.monthlyAmount", this.sample.get(Dimension.PENSION, new BigDecimal("500.00")));
		insurance();
		put("claims", claims());
	}

	/** Whatever nothing above has set is unremarkable, unless it is tried itself. */
	private void declared() {
		Setup setup = this.sample.setup();
		for (Drawn.Single one : setup.drawn().facts()) {
			Object tried = this.sample.get(one.dimension());
			if (tried != null) {
				this.person.put(one.slot(), value(one.fact(), tried));
			}
			else if (one.always()) {
				this.person.put(one.slot(), (one.plain() != null) ? one.plain() : value(one.fact(), null));
			}
		}
		for (Drawn.Several one : setup.drawn().lists()) {
			String list = one.list().path();
			if (!(this.subject == Subject.PERSON && LISTS.contains(list)) && !setup.isOver(list)) {
				put(list, items(one.list(), this.sample.get(one.dimension(), List.<Map<String, Object>>of())));
			}
		}
	}

	/** What is not tried of an item is unremarkable; their names tell them apart. */
	private List<FactRecord> items(FactList list, List<Map<String, Object>> tried) {
		List<FactRecord> items = new ArrayList<>();
		for (Map<String, Object> one : tried) {
			FactRecord.Builder item = item(list.path());
			for (Fact field : list.fields()) {
				boolean name = field.type() == FactType.TEXT && list.shape().key().contains(field.name());
				put(item, shape(list.path()), field.name(),
						name ? "i" + (items.size() + 1) : value(field, one.get(field.name())));
			}
			items.add(item.build());
		}
		return items;
	}

	private @Nullable Object value(Fact fact, @Nullable Object tried) {
		if (tried == Absent.NONE) {
			return null;
		}
		if (fact.type() == FactType.DATE) {
			if (tried == null && fact.is(Trait.ABSENT_IS_NONE)) {
				return null;
			}
			LocalDate day = day((tried != null) ? tried : new Since(240, 0));
			boolean born = fact.bounds()
				.notBefore()
				.stream()
				.anyMatch((limit) -> this.subject.beginning().equals(limit.fact()));
			return within(fact, (born && day != null && day.isBefore(this.birth)) ? this.birth : day);
		}
		if (tried != null || fact.is(Trait.ABSENT_IS_NONE)) {
			return tried;
		}
		return (fact.type() == FactType.REGION) ? RegionValues.inside(this.sample.setup())
				: Drawn.plain(fact, this.sample.setup().vocabulary());
	}

	/** Not beyond the fixed days that its declaration names. */
	private static @Nullable LocalDate within(Fact fact, @Nullable LocalDate day) {
		LocalDate kept = day;
		for (DayLimit limit : fact.bounds().notBefore()) {
			kept = (kept != null && limit.day() != null && kept.isBefore(limit.day())) ? limit.day() : kept;
		}
		for (DayLimit limit : fact.bounds().notAfter()) {
			kept = (kept != null && limit.day() != null && kept.isAfter(limit.day())) ? limit.day() : kept;
		}
		return kept;
	}

	/** Nobody is asked for what does not apply to them. */
	private FactRecord withoutWhatDoesNotApply(FactRecord made) {
		FactRecord record = made;
		Dictionary dictionary = this.sample.setup().vocabulary().dictionary();
		for (Fact fact : this.sample.setup().drawn().asked()) {
			if (record.value(fact.path()) != null && !new AsRecorded(dictionary, record).applies(fact.path())) {
				record = record.with(fact.path(), null);
			}
		}
		for (FactList list : this.sample.setup().drawn().askedLists()) {
			record = withoutWhatDoesNotApply(list, dictionary, record);
		}
		return record;
	}

	private static FactRecord withoutWhatDoesNotApply(FactList list, Dictionary dictionary, FactRecord record) {
		List<FactRecord> items = record.items(list.path());
		if (items == null || items.isEmpty()) {
			return record;
		}
		List<AsRecorded> asked = new AsRecorded(dictionary, record).each(list.path());
		List<FactRecord> kept = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			FactRecord item = items.get(i);
			for (Fact field : list.fields()) {
				if (field.asking().when() != null && !asked.get(i).applies(field.name())) {
					item = item.with(field.name(), null);
				}
			}
			kept.add(item);
		}
		return record.with(list.path(), kept);
	}

	/** A dictionary without a fact is one in which nobody can be asked for it. */
	private void put(String path, @Nullable Object value) {
		put(this.person, this.sample.setup().shape(), path, value);
	}

	private static void put(FactRecord.Builder record, RecordShape shape, String path, @Nullable Object value) {
		int slot = shape.slot(path);
		if (slot != RecordShape.NONE) {
			record.put(slot, value);
		}
	}

	private String region(Dimension dimension) {
		return this.sample.get(dimension, RegionValues.inside(this.sample.setup()));
	}

	/** Nobody lives anywhere before they are born. */
	private LocalDate since(Dimension dimension) {
		LocalDate day = day(this.sample.get(dimension));
		return (day == null || day.isBefore(this.birth)) ? this.birth : day;
	}

	private @Nullable LocalDate day(@Nullable Object setting) {
		if (setting instanceof Birthday birthday) {
			return birthday.born(this.period);
		}
		if (setting instanceof Beside beside) {
			return beside.day(this.period);
		}
		return (setting instanceof Since since) ? since.day(this.sample.factDay()) : (LocalDate) setting;
	}

	private void household() {
		int size = this.sample.get(Dimension.SIZE, 2);
		Income income = this.sample.get(Dimension.INCOME, new Income(new BigDecimal("2000.00"), true));
		put("household.size", size);
		put("household.monthlyIncome", income.of(size));
	}

	private List<FactRecord> statuses() {
		List<FactRecord> statuses = new ArrayList<>();
		add(statuses, Dimension.TEKUN, "TEKUN");
		add(statuses, Dimension.LOW_INCOME, "LOW_INCOME");
		add(statuses, Dimension.SPECIAL_FAMILY, "SPECIAL_FAMILY");
		add(statuses, Dimension.SEVERE_ILLNESS, "SEVERE_ILLNESS");
		add(statuses, Dimension.VETERAN, "VETERAN");
		return statuses;
	}

	private void add(List<FactRecord> statuses, Dimension dimension, String kind) {
		if (this.sample.get(dimension, false)) {
			LocalDate from = this.period.firstDay().minusMonths(36);
			FactRecord.Builder status = item("statuses");
			put(status, shape("statuses"), "kind", Code.of("StatusKind", kind));
			put(status, shape("statuses"), "from", from.isBefore(this.birth) ? this.birth : from);
			statuses.add(status.build());
		}
	}

	private void disability() {
		int grade = this.sample.get(Dimension.GRADE, (this.sample.get(Dimension.CATEGORY) != null) ? 1 : 0);
		put("disability.category",
				(grade == 0) ? null : this.sample.get(Dimension.CATEGORY, Code.of("DisabilityCategory", "PHYSICAL")));
		put("disability.grade", grade);
	}

	private void insurance() {
		Object year = this.sample.get(Dimension.INSURANCE_YEAR, new YearOfPeriod(0));
		int value = (year instanceof YearOfPeriod of) ? this.period.firstDay().getYear() + of.offset() : (Integer) year;
		put("insurance.scheme", this.sample.get(Dimension.SCHEME, UNINSURED));
		put("insurance.year", value);
		put("insurance.contributionPaid", this.sample.get(Dimension.CONTRIBUTION, true));
	}

	private RecordShape shape(String list) {
		return Objects.requireNonNull(this.sample.setup().shape().items(list), list);
	}

	private FactRecord.Builder item(String list) {
		return shape(list).record();
	}

	private List<FactRecord> claims() {
		Setup setup = this.sample.setup();
		if (this.sample.claim() == null || setup.isOver(setup.vocabulary().over())) {
			return List.of();
		}
		List<FactRecord> claims = new ArrayList<>();
		Code kind = this.sample.get(Dimension.CLAIM_KIND, setup.claimCode("kind", setup.claimField("stay")));
		if (this.sample.get(Dimension.EARLIER) instanceof Earlier earlier) {
			for (int i = 1; i <= earlier.count(); i++) {
				Code its = (earlier.kind() != null) ? earlier.kind() : kind;
				claims.add(claim("a" + (10 + i), its, earlier.cost(), earlier.cost()));
			}
		}
		BigDecimal cost = this.sample.get(Dimension.COST, new BigDecimal("10000.00"));
		BigDecimal total = this.sample.get(Dimension.TOTAL, cost.add(new BigDecimal("2000.00")));
		if (total.compareTo(cost) < 0) {
			if (this.sample.get(Dimension.COST) == null) {
				cost = total;
			}
			else {
				total = cost;
			}
		}
		claims.add(claim(CLAIM, kind, total, cost));
		return claims;
	}

	/**
	 * A disaster has neither hospital nor cost cost. All are of one day, on which age and
	 * version are the same; the id puts them in order.
	 */
	private FactRecord claim(String id, Code kind, BigDecimal total, BigDecimal cost) {
		Setup setup = this.sample.setup();
		boolean disaster = kind.name().equals("DISASTER");
		FactRecord.Builder claim = item("claims");
		RecordShape shape = shape("claims");
		put(claim, shape, "id", id);
		put(claim, shape, setup.claimField("day"), this.period.firstDay());
		put(claim, shape, setup.claimField("kind"), kind);
		put(claim, shape, "hospitalTier",
				disaster ? null : this.sample.get(Dimension.TIER, Code.of("HospitalTier", "COUNTY")));
		put(claim, shape, setup.claimField("total"), total);
		put(claim, shape, setup.claimField("cost"), disaster ? null : cost);
		return claim.build();
	}

}
