package org.huiling.recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.huiling.recorded.RecordedPeople.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applicants in JSON with one to three mistakes in each: wrong types, unknown and
 * misspelt names, what is out of range, contradictions, names that stand twice, null
 * where something must be. Drawn from what stands here, like {@link RecordedPeople}.
 */
public final class MutatedBodies {

	/** How many there are in a block. */
	public static final int BLOCK = 100;

	/** How many blocks there are. */
	public static final int BLOCKS = 30;

	private static final List<String> VALUES = List.of("5", "-1", "0.005", "1e400", "99999999999999999999", "12.345",
			"1000000000000.00", "9", "true", "null", "\"\"", "\" \"", "\"x\"", "\"2013-02-30\"", "\"2013-2-1\"",
			"\"1849-12-31\"", "\"9999-12-31\"", "\"2031-01-01\"", "\"1880-01-01\"", "\"RUARL\"", "\"rural\"",
			"\"NONE\"", "\"TEKUN\"", "\"37990\"", "\"37990100a\"", "\"３７９９０１\"", "\"379901193302150022\"",
			"\"379901********0022\"", "\"379901330215002\"", "\"379901193302150021\"", "\"6.22848E+18\"",
			"\"6228****0018\"", "\"a\\u0000b\"", "\"a\\ud800\"", "\"？？\"", "[]", "[null]", "[[]]", "[5]", "{}",
			"{\"x\": 1}", "{\"region\": {}}", "{\"type\": [\"RURAL\"]}", "[{\"kind\": \"TEKUN\"}]",
			"[{\"kind\": \"X\", \"from\": 5}]", "[{\"id\": \"c\", \"date\": \"2013-01-01\"}]");

	private static final List<String> NAMES = List.of("residentId", "name", "birthDate", "sex", "deathDate", "hukou",
			"hukou.region", "hukou.type", "hukou.since", "residence", "residence.region", "residence.since",
			"household", "household.size", "household.monthlyIncome", "household.livingAlone", "household.dibao",
			"household.dibao.type", "household.dibao.since", "household.dibao.to", "household.dibao.monthlyAmount",
			"statuses", "choices", "disability", "disability.category", "disability.grade", "careLevel", "pension",
			"pension.monthlyAmount", "lifeCheck", "lifeCheck.lastPassed", "payee", "payee.kind", "payee.bank",
			"payee.account", "payee.name", "insurance", "insurance.scheme", "insurance.year",
			"insurance.contributionPaid", "applications", "claims");

	private static final List<List<String>> ITEMS = List.of(List.of("statuses", "kind", "from", "to"),
			List.of("choices", "program", "from"), List.of("applications", "program", "date"),
			List.of("claims", "id", "date", "admitted", "kind", "hospitalTier", "totalCost", "eligibleCost"));

	private final Random random;

	private MutatedBodies(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * The bodies of a block.
	 * @param block from 0
	 * @return a hundred
	 */
	public static List<String> block(int block) {
		MutatedBodies bodies = new MutatedBodies(31 + block);
		Place place = RecordedPeople.PLACES.get(block % RecordedPeople.PLACES.size());
		List<ObjectNode> people = RecordedPeople.block(place, block % place.blocks());
		List<String> made = new ArrayList<>();
		for (int i = 0; i < BLOCK; i++) {
			made.add(bodies.mutated(people.get(i)));
		}
		return made;
	}

	private String mutated(ObjectNode person) {
		// raw texts stand for what no tree of nodes can hold
		List<String> raw = new ArrayList<>();
		for (int mistakes = 1 + this.random.nextInt(3); mistakes > 0; mistakes--) {
			mistake(person, raw);
		}
		String text = person.toString();
		for (int i = 0; i < raw.size(); i++) {
			text = text.replace("\"@" + i + "@\"", raw.get(i));
		}
		return switch (this.random.nextInt(25)) {
			case 0 -> "{\"birthDate\":\"1933-02-15\"," + text.substring(1);
			case 1 -> text.substring(0, text.length() - 1) + ",\"careLevel\":1,\"careLevel\":2}";
			case 2 -> text.substring(0, text.length() - this.random.nextInt(9) - 1);
			default -> text;
		};
	}

	private void mistake(ObjectNode person, List<String> raw) {
		switch (this.random.nextInt(8)) {
			case 0 -> misspell(person);
			case 1 -> person.remove("birthDate");
			case 2, 3 -> item(person, raw);
			case 4 -> contradict(person);
			default -> {
				String path = of(NAMES);
				int dot = path.lastIndexOf('.');
				ObjectNode group = (dot < 0) ? person : group(person, path.substring(0, dot));
				group.put(path.substring(dot + 1), value(raw));
			}
		}
	}

	private String value(List<String> raw) {
		raw.add(of(VALUES));
		return "@" + (raw.size() - 1) + "@";
	}

	private void misspell(ObjectNode person) {
		String path = of(NAMES);
		int dot = path.lastIndexOf('.');
		ObjectNode group = (dot < 0) ? person : group(person, path.substring(0, dot));
		String name = path.substring(dot + 1);
		int at = this.random.nextInt(name.length());
		JsonNode value = group.remove(name);
		String misspelt = switch (this.random.nextInt(4)) {
			case 0 -> name.toLowerCase(java.util.Locale.ROOT) + "_";
			case 1 -> name.substring(0, at) + name.substring(at + 1) + (name.length() == 1 ? "x" : "");
			case 2 -> name.substring(0, at) + "x" + name.substring(at);
			default -> "foo";
		};
		group.set(misspelt, (value != null) ? value : JsonNodeFactory.instance.numberNode(1));
	}

	private void item(ObjectNode person, List<String> raw) {
		List<String> shape = of(ITEMS);
		ArrayNode list = (person.get(shape.get(0)) instanceof ArrayNode items) ? items : person.putArray(shape.get(0));
		if (list.isEmpty() || !(list.get(list.size() - 1) instanceof ObjectNode)) {
			list.addObject();
		}
		ObjectNode item = list.get(list.size() - 1).asObject();
		String name = shape.get(1 + this.random.nextInt(shape.size() - 1));
		switch (this.random.nextInt(4)) {
			case 0 -> item.remove(name);
			case 1 -> item.put(name + "s", 1);
			case 2 -> list.add(item.deepCopy());
			default -> item.put(name, value(raw));
		}
	}

	private void contradict(ObjectNode person) {
		switch (this.random.nextInt(9)) {
			case 0 -> person.put("deathDate", "1901-01-01");
			case 1 -> person.put("deathDate", "2030-01-01");
			case 2 -> group(person, "hukou").put("since", "1850-01-01");
			case 3 -> group(person, "household.dibao").put("since", "2013-02-01").put("to", "2013-01-31");
			case 4 -> list(person, "statuses").addObject()
				.put("kind", "TEKUN")
				.put("from", "2013-02-01")
				.put("to", "2012-01-01");
			case 5 -> list(person, "claims").addObject()
				.put("id", "c1")
				.put("date", "2013-02-01")
				.put("kind", "INPATIENT")
				.put("admitted", "2013-02-02")
				.put("totalCost", 1)
				.put("eligibleCost", 2);
			case 6 -> person.put("birthDate", "2031-01-01");
			case 7 -> person.put("residentId", "379901193302150022").put("sex", "MALE");
			default -> list(person, "claims").addObject()
				.put("id", "d")
				.put("date", "2013-02-01")
				.put("kind", "DISASTER")
				.put("hospitalTier", "CITY");
		}
	}

	private static ArrayNode list(ObjectNode person, String name) {
		return (person.get(name) instanceof ArrayNode items) ? items : person.putArray(name);
	}

	private static ObjectNode group(ObjectNode person, String path) {
		ObjectNode group = person;
		for (String step : path.split("\\.")) {
			group = (group.get(step) instanceof ObjectNode nested) ? nested : group.putObject(step);
		}
		return group;
	}

	private <T> T of(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

}
