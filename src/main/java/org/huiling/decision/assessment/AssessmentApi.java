package org.huiling.decision.assessment;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.huiling.engine.Cycle;
import org.huiling.engine.Explain;
import org.huiling.engine.Outcome;
import org.huiling.engine.reason.Truth;
import org.huiling.facts.record.FactRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/** How {@code POST /assessments} describes itself to those who call it. */
@Tag(name = "assessments", description = "测算 · what an applicant is entitled to, and why")
interface AssessmentApi {

	String REQUEST = """
			{"period": "2013-07", "programs": ["old-age-allowance"], "explain": "FULL",
			 "applicant": {"birthDate": "1933-02-15",
			               "hukou": {"region": "379901003", "type": "RURAL", "since": "1950-01-01"}}}""";

	String MISSING = """
			{"period": "2013-07", "jurisdiction": "model-district", "programs": ["old-age-allowance"],
			 "applicant": {"birthDate": "1933-02-15"}}""";

	String ON_FILE = """
			{"period": "2013-07", "knownAt": "2013-10-01T00:00:00+08:00",
			 "applicantId": "0197f3c2-5b1e-7c44-9f7a-3d2b1a0c9e88"}""";

	String ANSWER = """
			{"period": "2013-07", "jurisdiction": "model-district", "assessments": [
			  {"program": "old-age-allowance", "name": "高龄津贴", "period": "2013-07", "claim": null,
			   "outcome": "ELIGIBLE", "amount": 100.00, "unit": "CNY", "cycle": "MONTH", "version": "2013-01-01",
			   "digest": "sha256:…",
			   "why": [{"rule": "高龄津贴 80—89 周岁", "ruleEn": "Old-age allowance, 80 to 89",
			            "basis": "示范区高龄津贴办法（本项目自拟）第四条第一项", "amount": 100.00,
			            "values": {"ageOnLastDay": 80, "advancedAge": 80, "veryAdvancedAge": 90}}],
			   "whyNot": [{"rule": "高龄津贴 90—99 周岁", "ruleEn": "Old-age allowance, 90 to 99", "basis": "…第四条第二项",
			               "conditions": [{"text": "ageOnLastDay >= P.veryAdvancedAge",
			                               "actual": {"ageOnLastDay": 80, "veryAdvancedAge": 90},
			                               "result": "FAILS"}]}],
			   "missing": [], "assumptions": [], "warnings": [],
			   "next": {"period": "2014-01", "outcome": "ELIGIBLE", "amount": 120.00, "missing": [],
			            "because": "VERSION 2014-01-01"}}],
			 "warnings": []}""";

	String PROBLEM = """
			{"type": "urn:huiling:problem:invalid-input", "title": "输入有误", "status": 400,
			 "errors": [{"field": "applicant.household.size", "code": "WRONG_TYPE", "message": "…"}]}""";

	@Operation(summary = "测算一名申请人 · assesses one applicant; stores nothing", description = """
			申请人的字段除 birthDate 外都可以不填；不填表示“未知”，不表示“没有”。
			Every field of the applicant but birthDate may be absent; absent means unknown, not none.
			applicantId 代替 applicant：测算在档人员，knownAt 同时作用于档案与政策，并记入审计。
			applicantId instead of applicant assesses somebody on file; knownAt then is for facts and policies alike.
			explain: NONE gives outcome, amount and missing; WHY (default) adds why; FULL adds whyNot and next.""",
			requestBody = @RequestBody(required = true,
					content = @Content(schema = @Schema(implementation = Question.class),
							examples = { @ExampleObject(name = "allowance at 80", value = REQUEST),
									@ExampleObject(name = "what is missing", value = MISSING),
									@ExampleObject(name = "somebody on file", value = ON_FILE) })))
	@ApiResponse(responseCode = "200", description = "the answers",
			content = @Content(schema = @Schema(implementation = Answers.class), examples = @ExampleObject(ANSWER)))
	@ApiResponse(responseCode = "400", description = "fields that cannot be read, every one of them",
			content = @Content(mediaType = "application/problem+json", examples = @ExampleObject(PROBLEM)))
	@ApiResponse(responseCode = "413", description = "the body is too long", content = @Content)
	@ApiResponse(responseCode = "422", description = "fields that contradict each other, or name what is not there",
			content = @Content(mediaType = "application/problem+json"))
	ResponseEntity<byte[]> assess(@Parameter(hidden = true) InputStream body, @Parameter(hidden = true) Locale locale);

	/** What is asked. */
	@Schema(name = "AssessmentRequest")
	record Question(@Nullable String period, @Nullable LocalDate date, @Nullable String jurisdiction,
			@Nullable List<String> programs, @Nullable OffsetDateTime knownAt, @Nullable FactRecord applicant,
			@Nullable String applicantId, @Nullable Explain explain) {
	}

	/** What is answered. */
	@Schema(name = "Assessments")
	record Answers(String period, String jurisdiction, List<Answer> assessments, List<Remark> warnings) {
	}

	/** The answer for one program, period and claim. */
	@Schema(name = "Assessment")
	record Answer(String program, String name, String period, @Nullable String claim, Outcome outcome,
			@Nullable BigDecimal amount, String unit, Cycle cycle, @Nullable String version, @Nullable String digest,
			List<Reason> why, List<Refusal> whyNot, List<String> missing, List<Remark> assumptions,
			List<Remark> warnings, @Nullable Change next) {
	}

	/** Why: the rule that grants. */
	@Schema(name = "Why")
	record Reason(String rule, String ruleEn, String basis, BigDecimal amount, @Nullable String program,
			Map<String, Object> values, @Nullable List<Shared> standards, @Nullable List<Worked> steps) {
	}

	/** The value of a standard that the rule went by, with the notice that sets it. */
	@Schema(name = "WhyStandard")
	record Shared(String parameter, String standard, String title, String titleEn, @Nullable String by,
			@Nullable String key, Object value, LocalDate from, String basis, String text) {
	}

	/** One step on the way to an amount; the last comes to what is paid. */
	@Schema(name = "Step")
	record Worked(String text, BigDecimal value) {
	}

	/** Why not: a rule that does not. */
	@Schema(name = "WhyNot")
	record Refusal(String rule, String ruleEn, String basis, List<Condition> conditions,
			@Nullable String outweighedBy) {
	}

	/** One condition of a rule. */
	@Schema(name = "Condition")
	record Condition(String text, Map<String, Object> actual, Truth result, @Nullable Absent absent) {
	}

	/** The fact that the amount needs and that there is none of. */
	@Schema(name = "AbsentFact")
	record Absent(String field, String zh, String en) {
	}

	/** A warning or an assumption. */
	@Schema(name = "Note")
	record Remark(String code, @Nullable String field, String message) {
	}

	/** The next change. */
	@Schema(name = "NextChange")
	record Change(String period, Outcome outcome, @Nullable BigDecimal amount, List<String> missing, String because) {
	}

}
