package org.huiling.facts;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * 分段: the ratio of each slice of cost, lowest first. A bound belongs to the lower
 * segment; the last segment has none.
 *
 * @param segments the slices
 */
public record Segments(List<Segment> segments) {

	/**
	 * One slice.
	 *
	 * @param upTo the cost up to which it reaches, null for all the rest
	 * @param ratio the share paid of it
	 */
	public record Segment(@Nullable Money upTo, Ratio ratio) {
	}

	public Segments {
		segments = List.copyOf(segments);
	}

	/**
	 * Each ratio raised by an uplift.
	 * @param kind points or relative
	 * @param uplift n/100
	 * @return the raised segments
	 */
	public Segments uplifted(Code kind, Ratio uplift) {
		return each((ratio) -> ratio.uplifted(kind, uplift));
	}

	/**
	 * No ratio above a limit.
	 * @param most the highest ratio
	 * @return the limited segments
	 */
	public Segments atMost(Ratio most) {
		return each((ratio) -> ratio.atMost(most));
	}

	private Segments each(UnaryOperator<Ratio> change) {
		return new Segments(this.segments.stream().map((s) -> new Segment(s.upTo(), change.apply(s.ratio()))).toList());
	}

	/**
	 * What is paid of a cost: each slice times its ratio, added, not rounded.
	 * @param cost the cost after the deductible
	 * @return the exact amount
	 */
	public Money of(Money cost) {
		Money paid = Money.ZERO;
		Money from = Money.ZERO;
		for (Segment segment : this.segments) {
			Money slice = ((segment.upTo() != null) ? cost.atMost(segment.upTo()) : cost).above(from);
			paid = paid.plus(slice.times(segment.ratio()));
			if (segment.upTo() == null) {
				break;
			}
			from = segment.upTo();
		}
		return paid;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		for (Segment segment : this.segments) {
			text.append(text.isEmpty() ? "" : ", ")
				.append((segment.upTo() != null) ? "≤ " + segment.upTo() + ": " : "")
				.append(segment.ratio());
		}
		return text.toString();
	}

}
