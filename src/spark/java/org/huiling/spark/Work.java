package org.huiling.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.huiling.applicant.RegionsInUse;
import org.huiling.applicant.reading.ApplicantReader;
import org.huiling.engine.Explain;
import org.huiling.engine.files.DirectoryBook;
import org.huiling.facts.Period;
import org.huiling.peoplelist.AssessOrder;
import org.huiling.peoplelist.LineAssessor;
import org.huiling.peoplelist.ListReading;
import org.huiling.peoplelist.ServiceWords;
import org.jspecify.annotations.Nullable;

/**
 * What everybody on a list is assessed by, as it goes to every executor.
 *
 * @param rules by which policies
 * @param periods what is asked about, as texts
 * @param programs ids; null for all
 * @param explain how much to explain
 * @param chinese whether whoever reads the answers reads Chinese, or else English
 * @param today the day in China on which the work began, the same everywhere
 */
record Work(ShippedRules rules, ArrayList<String> periods, @Nullable ArrayList<String> programs, Explain explain,
		boolean chinese, LocalDate today) implements Serializable {

	/** A process does one work, or a few; none is made ready twice. */
	private static final Map<String, Ready> READY = new ConcurrentHashMap<>();

	/**
	 * What a process assesses with, for all its threads.
	 *
	 * @param book by which policies
	 * @param assessor assesses lines
	 * @param reading reads lists
	 * @param words says what is wrong with them
	 * @param months of the periods that are asked about
	 */
	record Ready(DirectoryBook book, LineAssessor assessor, ListReading reading, ServiceWords words,
			List<YearMonth> months) {
	}

	AssessOrder order() {
		return new AssessOrder(this.periods.stream().map(Period::parse).toList(), this.programs, this.explain);
	}

	ServiceWords words() {
		return new ServiceWords(this.chinese ? Locale.CHINESE : Locale.ENGLISH);
	}

	Ready ready() {
		String key = String.join(" ", this.rules.digest(), this.periods.toString(), String.valueOf(this.programs),
				this.explain.name(), String.valueOf(this.chinese), this.today.toString());
		return READY.computeIfAbsent(key, (one) -> made());
	}

	private Ready made() {
		try {
			DirectoryBook book = this.rules.book();
			ServiceWords words = words();
			ApplicantReader reader = new ApplicantReader(book.facts(), this.today,
					RegionsInUse.of(List.of(book.jurisdiction().regionPrefix())));
			return new Ready(book, new LineAssessor(book, reader, order(), words.locale()),
					new ListReading(book.facts().dictionary()), words,
					order().periods().stream().map((period) -> YearMonth.from(period.firstDay())).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The same by other rules. */
	Work with(ShippedRules others) {
		return new Work(others, this.periods, this.programs, this.explain, this.chinese, this.today);
	}

	static ArrayList<String> texts(List<Period> periods) {
		ArrayList<String> texts = new ArrayList<>();
		periods.forEach((period) -> texts.add(period.toString()));
		return texts;
	}

}
