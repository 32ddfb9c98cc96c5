package org.huiling.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.huiling.Samples;
import org.huiling.engine.files.PolicyFiles;
import org.huiling.engine.files.VersionDirectory;
import org.huiling.engine.problem.CheckReport;
import org.huiling.engine.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Whatever the grammar of Drools knows, written anywhere into a shipped version, the
 * check answers with a report: at a line, in words, in time.
 */
class GrammarMutationTests {

	private static final int MUTANTS = Samples.of(4_000, 60);

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	private static final Pattern TOKEN = Pattern.compile("\"[^\"\n]*\"|[\\p{L}\\p{N}_$]+|\\S");

	private static final List<String> CONDITIONS = List.of("/applicants[ ageOnLastDay > 1 ]", "/applicants",
			"$x : /applicants[ alive ]/household[ size > 1 ]", "?/applicants[ alive ]", "/a/b/c", "/a#B[ c ]",
			"Applicant( /household[ size > 1 ] )", "accumulate( Applicant( $a : ageOnLastDay ); $s : sum($a) )",
			"accumulate( Applicant( ), init( int i = 0; ) action( i++; ) reverse( i--; ) result( i ) )",
			"acc( Applicant( ); $c : count() )", "groupby( Applicant( ); $k : alive; $s : count() )",
			"Applicant( ) from entry-point \"x\"", "List( ) from collect( Applicant( ) )", "Applicant( ) from $x.list",
			"Applicant( ) from [ 1, 2 ]", "Number( ) from accumulate( Applicant( ); count( 1 ) )",
			"forall( Applicant( alive == true ) )", "forall( Applicant( ) Claim( ) )", "eval( true )", "?people( $x; )",
			"people( $x, 1; )", "Applicant( ) over window:length( 1 )", "Applicant( ) over window:time( 1h )",
			"Applicant( this after $x )", "Applicant( this before[ 1s, 2s ] $x )", "Applicant( this not overlaps $x )",
			"not( not( Applicant( ) ) )", "exists( forall( Applicant( ) ) )", "not( Applicant( ) and Claim( ) )",
			"( Applicant( ) and ( Claim( ) or Awards( ) ) )", "$a : ( Applicant( ) or Claim( ) )",
			"Applicant( $a := ageOnLastDay )", "Applicant( household#Household.size > 1 )",
			"Applicant( household!.size > 1 )", "Applicant( this[ \"alive\" ] == true )",
			"Applicant( list[ 0 ].size > 1 )", "Applicant( [ 1, 2 ] contains careLevel )",
			"Applicant( [ \"a\" : 1 ].size > 0 )", "Applicant( hukou.region matches \"(a+)+\" )",
			"Applicant( hukou.region ~= \"x\" )", "Applicant( hukou.region soundslike \"x\" )",
			"Applicant( hukou.region str[ length ] 3 )", "Applicant( ageOnLastDay > 3 && < 5 )",
			"Applicant( ageOnLastDay ( > 3 || < 5 ) )", "Applicant( new Object() == this )",
			"Applicant( ( ageOnLastDay > 1, alive ) )", "Applicant( ageOnLastDay > 1; alive )", "Applicant( $p : )",
			"Applicant( household.( size > 1, livingAlone ) )", "Applicant( ageOnLastDay == 1e999999999B )",
			"Applicant( ageOnLastDay == 0x1F )", "Applicant( ageOnLastDay in ( ) )", "Applicant( ageOnLastDay in 3 )",
			"Applicant( ageOnLastDay ? 1 : 2 )", "Applicant( -ageOnLastDay < ~3 )",
			"Applicant( (int) ageOnLastDay == 1 )", "Applicant( hukou instanceof Hukou )", "Applicant( a -> b )",
			"Applicant( Hukou::getType )", "do[ x ]", "if ( alive ) do[ x ] else break[ y ]", "break[ x ]",
			"Applicant( ) @watch( careLevel )", "Applicant( ) @Watch( * )", "Applicant", "Applicant(", "()", "( )",
			"( ( ( ) ) )", "not", "exists", "and", "or", "java.util.List( )", "org.huiling.facts.Applicant( )",
			"Applicant[]( )", "Map<String, List>( )", "$x :", "$ : Applicant( )", ",");

	private static final List<String> CONSEQUENCES = List.of("insert( new Object() );", "update( $x );",
			"modify( $x ) { setA( 1 ) }", "with( $x ) { a = 1 }", "delete( $x );", "drools.halt();", "int i = 0;",
			"for (;;) { }", "switch (1) { default -> { } }", "var x = (Runnable) () -> { };",
			"Object o = new Object() { };", "assert false;", ";", "{ }", "return;", "class A { }", "record R() { }",
			"if (true) { benefit.pay(P.amount); }", "benefit.pay(", "benefit.pay(P.amount", "benefit",
			"benefit.<String>pay(null);", "benefit.pay(1 + 2);", "benefit.pay(P.amount ? P.amount : null);",
			"benefit.pay(new int[9]);", "benefit.pay((Money) null);", "benefit.pay(this.x);", "benefit.pay(super.x());",
			"benefit.pay(x -> x);", "benefit.pay(Money::of);", "x: benefit.pay(P.a);", "benefit.pay(\"\"\"\nx\"\"\");",
			"benefit.pay('x');", "then[ x ]", "yield 1;", "throw null;", "synchronized (benefit) { }",
			"benefit = null;", "P.amount = null;", "$x.y().z;", "benefit.pay().pay();", "benefit.pay.pay();",
			"a.b.c.d();", "super();");

	private static final List<String> STATEMENTS = List.of("query people( int a ) Applicant( ) end", "unit Unit;",
			"declare T a : int end", "declare trait T a : int end", "declare enum E A( 1 ); a : int end",
			"declare T extends U end", "declare window W Applicant( ) over window:length( 1 ) end",
			"declare entry-point x end", "global java.util.List l;", "function int f( int a ) { return f( a ); }",
			"import java.util.*;", "import static a.B.c;", "import function a.B.c;", "import accumulate a.B c;",
			"package a.b;", "salience 10", "no-loop", "dialect \"mvel\"", "rule", "rule \"x\"",
			"rule \"x\" extends \"y\"", "rule \"x\" when then end", "rule \"x\" when end", "rule x y z when then end",
			"end", "when", "then", "query", "declare", "attributes", "template header", "expander x.dsl", "@en(\"x\")",
			"extend \"x\"", "eval( true )");

	private static final List<String> HEADERS = List.of("salience 10", "salience ( $x )", "no-loop true",
			"lock-on-active true", "timer ( int: 0 1s )", "timer ( cron:0/1 * * * * ? )", "timer ( expr: $d, $p )",
			"agenda-group \"x\"", "activation-group \"x\"", "ruleflow-group \"x\"", "date-effective \"01-Jan-2013\"",
			"date-expires \"01-Jan-2013\"", "enabled ( true )", "enabled false", "duration 1000",
			"calendars \"x\", \"y\"", "dialect \"mvel\"", "auto-focus true", "extends \"x\"", "@Watch( * )",
			"@Propagation( IMMEDIATE )", "@All", "@Direct", "@en", "@en()", "@en( a = 1, b = 2 )",
			"@en( \"a\", \"b\" )", "@en( { \"a\" } )", "@en( @x )", "@basis( value = \"x\" )", "@a.b.C( 1 )",
			"@en(\"x\"", "attributes salience 1");

	private static final List<String> ANYWHERE = List.of("(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "`x`", "#",
			"//", "/*", "*/", "\\", "\\u0041", "->", "::", "=>", "+=", "++", "--", "<<", "?", "?/", "^", "~", "%", "&",
			"|", "&&", "||", "@", "@en", "!", "!.", "$", "$$", ":=", ":", "..", ".", ",", ";", "，", "；", "（", "“", "”",
			"＝", "null", "this", "true", "10I", "1.5B", "1e9", "3h", "1d2h30m", "0777", ".5", "5.", "\"x\"", "\u3000",
			"\u00A0", "init", "action", "reverse", "result", "collect", "from", "over", "entry-point", "window",
			"memberOf", "contains", "in", "instanceof", "new", "class");

	/** Where a construct belongs, so that it meets the parser's rule for it. */
	private static final Map<Pattern, List<String>> PLACES = Map.of(Pattern.compile("\\bwhen\\b()"), CONDITIONS,
			Pattern.compile("\\bthen\\b()"), CONSEQUENCES, Pattern.compile("()(?=\\brule\\b)|\\bend\\b()"), STATEMENTS,
			Pattern.compile("()(?=\\bwhen\\b)"), HEADERS);

	@AfterEach
	void noThreadIsLeft() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (thread.getName().startsWith("policy-")) {
				thread.join(5_000);
				assertThat(thread.isAlive()).as(thread.getName()).isFalse();
			}
		}
	}

	private static List<VersionDirectory> shipped() throws IOException {
		try (Stream<Path> paths = Files.walk(Path.of("rules"), 4)) {
			List<VersionDirectory> versions = new ArrayList<>();
			for (Path path : paths.filter((one) -> one.endsWith("policy.yaml"))
				.map(Path::getParent)
				.sorted()
				.toList()) {
				versions.add(VersionDirectory.read(path));
			}
			return versions;
		}
	}

	private static String mutant(String text, Random random) {
		List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
		MatchResult token = tokens.get(random.nextInt(tokens.size()));
		MatchResult other = tokens.get(random.nextInt(tokens.size()));
		return switch (random.nextInt(6)) {
			case 0 -> without(text, token);
			case 1 -> replaced(text, token, other.group());
			case 2 -> replaced(text, token, one(ANYWHERE, random));
			case 3 -> replaced(text, token, token.group() + " " + one(ANYWHERE, random));
			default -> inserted(text, random);
		};
	}

	private static String inserted(String text, Random random) {
		List<Pattern> places = PLACES.keySet().stream().sorted((a, b) -> a.pattern().compareTo(b.pattern())).toList();
		Pattern place = places.get(random.nextInt(places.size()));
		List<MatchResult> found = place.matcher(text).results().toList();
		if (found.isEmpty()) {
			return text + "\n" + one(ANYWHERE, random);
		}
		MatchResult at = found.get(random.nextInt(found.size()));
		return text.substring(0, at.end()) + " " + one(PLACES.get(place), random) + "\n" + text.substring(at.end());
	}

	private static String without(String text, MatchResult token) {
		return replaced(text, token, "");
	}

	private static String replaced(String text, MatchResult token, String instead) {
		return text.substring(0, token.start()) + instead + text.substring(token.end());
	}

	/** Words of the author's own may be shown again. */
	private static void saysNothingInternal(Problem problem) {
		assertThat(problem.message().en() + problem.message().zh()).doesNotContain("\tat ", "Exception", "Lambda",
				"antlr", "Descr");
	}

	private static <T> T one(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

	private static void isReported(VersionDirectory good, String file, String changed) {
		Map<String, byte[]> files = new TreeMap<>(good.files().files());
		files.put(file, changed.getBytes(StandardCharsets.UTF_8));
		VersionDirectory version = new VersionDirectory(good.jurisdiction(), good.program(),
				new PolicyFiles(good.files().jurisdiction(), good.files().program(), good.files().version(), files));
		CheckReport report = assertTimeoutPreemptively(PATIENCE, () -> new PolicyCompiler().check(version),
				() -> file + "\n" + changed);
		assertThat(report.problems()).as(file + "\n" + changed).allSatisfy((one) -> {
			assertThat(one.code()).isNotEqualTo("CHECK_FAILED");
			assertThat(one.line()).isPositive();
			saysNothingInternal(one);
		});
	}

	@Test
	void everyMutantOfAShippedVersionIsReported() throws IOException {
		List<VersionDirectory> versions = shipped();
		Random random = new Random(Samples.seed());
		for (int i = 0; i < MUTANTS; i++) {
			VersionDirectory good = one(versions, random);
			List<String> files = good.files()
				.files()
				.keySet()
				.stream()
				.filter((path) -> path.endsWith(".drl"))
				.toList();
			String file = one(files.isEmpty() ? List.copyOf(good.files().files().keySet()) : files, random);
			String text = new String(good.files().files().get(file), StandardCharsets.UTF_8);
			String changed = file.endsWith(".drl") ? mutant(text, random)
					: text.replaceFirst(":", Matcher.quoteReplacement(one(ANYWHERE, random)));
			isReported(good, file,
					(random.nextInt(4) == 0 && file.endsWith(".drl")) ? mutant(changed, random) : changed);
		}
	}

	static Stream<String> constructs() {
		List<String> rules = new ArrayList<>();
		CONDITIONS.forEach((one) -> rules.add(rule("", one, "benefit.pay(P.amount);")));
		CONSEQUENCES.forEach((one) -> rules.add(rule("", "Applicant( alive == true )", one)));
		HEADERS.forEach((one) -> rules.add(rule(one, "Applicant( alive == true )", "benefit.pay(P.amount);")));
		STATEMENTS
			.forEach((one) -> rules.add(one + "\n" + rule("", "Applicant( alive == true )", "benefit.pay(P.amount);")));
		return rules.stream();
	}

	private static String rule(String header, String when, String then) {
		return "rule \"甲\"\n@en(\"A\")\n@basis(\"一\")\n" + header + "\nwhen\n" + when + "\nthen\n" + then + "\nend\n";
	}

	@ParameterizedTest
	@MethodSource("constructs")
	void everyConstructOfTheGrammarIsToldAtALineOfTheFile(String text) {
		Map<String, byte[]> files = TinyPolicy.monthly()
			.parameter("amount", "100.00", "CNY")
			.file("rules.drl", text)
			.bytes();
		Program program = new Program("old-age-allowance", new Bilingual("p", "p"), Cycle.MONTH, "CNY", 1,
				PaidTo.PERSON);
		CheckReport report = assertTimeoutPreemptively(PATIENCE,
				() -> new PolicyCompiler().check(new VersionDirectory(TinyPolicy.JURISDICTION, program,
						new PolicyFiles("model-district", "old-age-allowance", "2013-01-01", files))));
		assertThat(report.problems()).isNotEmpty().allSatisfy((one) -> {
			assertThat(one.code()).isNotEqualTo("CHECK_FAILED");
			saysNothingInternal(one);
		});
	}

}
