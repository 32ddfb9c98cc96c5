package org.huiling.engine.finder.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.huiling.facts.dictionary.Fact;
import org.huiling.facts.dictionary.FactList;

/**
 * A field of the items of a list whose values lie on a line, so that bands can leave a
 * gap: all else of the person and of the other items being equal.
 *
 * @param list the dimension of the list
 * @param field what is turned, as it is called in a finding
 * @param name of the field in an item
 * @param values in no order
 */
public record ItemLine(Dimension list, Dimension field, String name, List<Object> values) {

	static ItemLine of(FactList list, Fact field, List<Object> values) {
		return new ItemLine(Dimension.of(list), Dimension.of(list, field), field.name(), values);
	}

	/**
	 * The people along it.
	 * @param from a person; if they have no items, with each single item there is
	 * @param lists the lists there are
	 */
	public List<List<Sample>> through(Sample from, List<Object> lists) {
		List<Map<String, Object>> own = from.get(this.list, List.of());
		List<List<Map<String, Object>>> starts = !own.isEmpty() ? List.of(own) : singles(lists);
		List<List<Sample>> lines = new ArrayList<>();
		for (List<Map<String, Object>> start : starts) {
			for (int i = 0; i < start.size(); i++) {
				int place = i;
				lines.add(this.values.stream()
					.map((value) -> from.with(this.list, turned(start, place, value)))
					.toList());
			}
		}
		return lines;
	}

	@SuppressWarnings("unchecked")
	private static List<List<Map<String, Object>>> singles(List<Object> lists) {
		return lists.stream()
			.map((list) -> (List<Map<String, Object>>) list)
			.filter((list) -> list.size() == 1)
			.toList();
	}

	private List<Map<String, Object>> turned(List<Map<String, Object>> items, int place, Object value) {
		List<Map<String, Object>> turned = new ArrayList<>(items);
		Map<String, Object> item = new TreeMap<>(items.get(place));
		item.put(this.name, value);
		turned.set(place, item);
		return turned;
	}

}
