package org.huiling.facts;

import java.time.LocalDate;

import org.huiling.facts.record.FactRecord;
import org.huiling.facts.record.RecordShape;

/**
 * Organisations without end, the same for the same seed, of which everything is known,
 * free of contradictions and close to the bounds of policies.
 */
public final class RandomOrganisations {

	private final Draw draw;

	private final RecordShape shape;

	private final String prefix;

	private final LocalDate about;

	/**
	 * A generator.
	 * @param seed the seed
	 * @param shape that of their records
	 * @param prefix what the region codes of the jurisdiction begin with
	 * @param about the day that openings and closings lie about
	 */
	public RandomOrganisations(long seed, RecordShape shape, String prefix, LocalDate about) {
		this.draw = new Draw(seed, false);
		this.shape = shape;
		this.prefix = prefix;
		this.about = about;
	}

	/**
	 * Another organisation.
	 * @return the next one
	 */
	public FactRecord next() {
		LocalDate opened = this.about.plusMonths(this.draw.between(-40, 10)).plusDays(this.draw.between(-2, 2));
		int[] residents = { count(), count(), count(), count(), count() };
		FactRecord.Builder record = this.shape.record()
			.put("opened", opened)
			.put("closed", this.draw.oneIn(6) ? opened.plusMonths(this.draw.between(0, 40)) : null)
			.put("region", this.draw.oneIn(5) ? this.draw.of("370214", "110101") : region())
			.put("organisationKind", code("OrganisationKind", "CARE_HOME", "ACTIVITY_ROOM", "OTHER"))
			.put("privatelyRun", !this.draw.oneIn(4))
			.put("homeRating", this.draw.between(0, 5))
			.put("residents.able", residents[0])
			.put("residents.mild", residents[1])
			.put("residents.moderate", residents[2])
			.put("residents.severe", residents[3])
			.put("residents.complete", residents[4])
			.put("beds.total", beds(residents))
			.put("beds.added", this.draw.of(0, 1, this.draw.between(2, 30)))
			.put("beds.building", code("BedBuilding", "NEW", "CONVERTED", "RENTED"))
			.put("beds.leaseYears", this.draw.between(3, 7))
			.put("floorArea", this.draw.of(39, 40, 59, 60, this.draw.between(61, 400)))
			.put("openDays", this.draw.of(99, 100, 199, 200, 249, 250, this.draw.between(0, 366)));
		return record.build();
	}

	private String region() {
		return (this.prefix + "000000").substring(0, 6) + this.draw.of("", "003", "003001");
	}

	private Code code(String type, String... names) {
		return Code.of(type, this.draw.of(names));
	}

	private int count() {
		return this.draw.of(0, 1, this.draw.between(2, 60));
	}

	private int beds(int... residents) {
		int all = this.draw.of(29, 30, 49, 50, 299, 300);
		for (int some : residents) {
			all += this.draw.oneIn(2) ? some : 0;
		}
		int least = 0;
		for (int some : residents) {
			least += some;
		}
		return Math.max(all, least);
	}

}
