package org.huiling.agenda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 工作日: weekdays but for holidays, and the weekends that are worked instead, as the
 * General Office of the State Council announces them for each year
 * ({@code holidays.csv}). A year that is not in the file has weekends and the holidays of
 * fixed date: that is assumed.
 */
@Component
class WorkingDays {

	private static final int COLUMNS = 4;

	/** 《全国年节及纪念日放假办法》第二条: those that the moon does not move. */
	private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 2),
			MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

	private final Set<LocalDate> off = new HashSet<>();

	private final Set<LocalDate> worked = new HashSet<>();

	private final Set<Integer> announced = new HashSet<>();

	@Autowired
	WorkingDays(@Value("${huiling.agenda.holidays:}") @Nullable Path file) {
		this((file != null && !file.toString().isEmpty()) ? read(file) : shipped());
	}

	/** By the lines of a file. */
	WorkingDays(List<String> lines) {
		lines.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("year,"))
			.forEach(this::take);
	}

	/** Those that come with the program. */
	static List<String> shipped() {
		try (InputStream in = Objects.requireNonNull(WorkingDays.class.getResourceAsStream("holidays.csv"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> read(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("huiling.agenda.holidays cannot be read: " + file, ex);
		}
	}

	private void take(String line) {
		String[] columns = line.split(",", -1);
		if (columns.length != COLUMNS) {
			throw new IllegalArgumentException("holidays: year,off,work,notice is asked for, not: " + line);
		}
		int year = Integer.parseInt(columns[0].strip());
		this.announced.add(year);
		days(year, columns[1], this.off::add);
		days(year, columns[2], this.worked::add);
	}

	private static void days(int year, String column, Consumer<LocalDate> each) {
		for (String part : column.strip().split(" +")) {
			if (!part.isEmpty()) {
				String[] range = part.split("/", 2);
				LocalDate last = day(year, range[range.length - 1]);
				day(year, range[0]).datesUntil(last.plusDays(1)).forEach(each);
			}
		}
	}

	private static LocalDate day(int year, String text) {
		return (text.length() > "MM-dd".length()) ? LocalDate.parse(text) : LocalDate.parse(year + "-" + text);
	}

	/**
	 * Whether offices are open.
	 * @param day the day
	 * @return true if it is worked
	 */
	boolean isWorked(LocalDate day) {
		if (this.off.contains(day) || this.worked.contains(day)) {
			return this.worked.contains(day);
		}
		boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && (this.announced.contains(day.getYear()) || !FIXED.contains(MonthDay.from(day)));
	}

	/**
	 * The working day that is some of them after a day, which itself does not count.
	 * @param day on which something happened
	 * @param days how many working days there are for what follows
	 * @return the last of them
	 */
	LocalDate after(LocalDate day, int days) {
		LocalDate last = day;
		int left = days;
		while (left > 0) {
			last = last.plusDays(1);
			if (isWorked(last)) {
				left--;
			}
		}
		return last;
	}

}
