package org.huiling.agenda;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Working days are those of the yearly notices. */
class WorkingDaysTests {

	private final WorkingDays days = new WorkingDays(WorkingDays.shipped());

	@Test
	void holidaysAreOffAndTheWeekendsForThemAreWorked() {
		assertThat(this.days.isWorked(LocalDate.of(2013, 2, 15))).as("a Friday of the Spring Festival").isFalse();
		assertThat(this.days.isWorked(LocalDate.of(2013, 2, 16))).as("the Saturday worked for it").isTrue();
		assertThat(this.days.isWorked(LocalDate.of(2013, 2, 23))).as("another Saturday").isFalse();
		assertThat(this.days.isWorked(LocalDate.of(2025, 1, 28))).as("the eve, off since 2025").isFalse();
		assertThat(this.days.isWorked(LocalDate.of(2011, 12, 31))).as("worked for the year after").isTrue();
		assertThat(this.days.isWorked(LocalDate.of(2026, 10, 10))).isTrue();
	}

	@Test
	void theDayItselfDoesNotCount() {
		assertThat(this.days.after(LocalDate.of(2013, 7, 1), 5)).isEqualTo("2013-07-08");
		assertThat(this.days.after(LocalDate.of(2013, 9, 27), 5)).as("29 September is worked, 1 to 7 October are not")
			.isEqualTo("2013-10-10");
	}

	@Test
	void aYearWithoutANoticeHasWeekendsAndTheHolidaysOfFixedDate() {
		assertThat(this.days.isWorked(LocalDate.of(2031, 10, 1))).isFalse();
		assertThat(this.days.isWorked(LocalDate.of(2031, 10, 6))).isTrue();
		assertThat(this.days.isWorked(LocalDate.of(2031, 10, 5))).as("a Sunday").isFalse();
	}

	@Test
	void aFileOfOnesOwnTakesItsPlace() {
		WorkingDays own = new WorkingDays(List.of("# own", "year,off,work,notice", "2031,01-01/01-03,01-04,x"));
		assertThat(own.isWorked(LocalDate.of(2031, 1, 3))).isFalse();
		assertThat(own.isWorked(LocalDate.of(2031, 1, 4))).as("a Saturday that is worked").isTrue();
		assertThatThrownBy(() -> new WorkingDays(List.of("2031,01-01"))).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("year,off,work,notice");
	}

}
