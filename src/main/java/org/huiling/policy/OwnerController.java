package org.huiling.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

import org.huiling.engine.Program;
import org.huiling.idempotency.Idempotency;
import org.huiling.input.StrictJson;
import org.huiling.proposal.Proposal;
import org.huiling.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New jurisdictions and programs over HTTP. */
@Tag(name = "policies", description = "政策 · published policies")
@RestController
@RequestMapping("/api/v1/jurisdictions")
class OwnerController {

	private final Owners owners;

	private final PolicyCatalogue catalogue;

	private final Proposals proposals;

	private final OwnerActions actions;

	private final Idempotency idempotency;

	private final JsonMapper json;

	OwnerController(Owners owners, PolicyCatalogue catalogue, Proposals proposals, OwnerActions actions,
			Idempotency idempotency, JsonMapper json) {
		this.owners = owners;
		this.catalogue = catalogue;
		this.proposals = proposals;
		this.actions = actions;
		this.idempotency = idempotency;
		this.json = json;
	}

	@Operation(summary = "新建辖区 · proposes a jurisdiction; one below another's prefix takes its people over",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@PostMapping
	ResponseEntity<byte[]> add(@Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		byte[] bytes = body.readAllBytes();
		return once(key, "POST /jurisdictions", bytes, this.actions.newJurisdiction(), () -> StrictJson.read(bytes));
	}

	private ResponseEntity<byte[]> once(@Nullable String key, String operation, byte[] body, OwnerAction action,
			Supplier<JsonNode> values) {
		return this.idempotency.once(key, operation, body, () -> {
			ResponseEntity<Proposal> accepted = this.proposals.propose(action, values.get()).accepted();
			return ResponseEntity.status(accepted.getStatusCode())
				.headers(accepted.getHeaders())
				.contentType(MediaType.APPLICATION_JSON)
				.body(this.json.writeValueAsBytes(accepted.getBody()));
		});
	}

	@Operation(summary = "更正辖区 · proposes another name or, while nothing is published there, another region prefix",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@PutMapping("/{jurisdiction}")
	ResponseEntity<Proposal> correct(@PathVariable String jurisdiction, @Parameter(hidden = true) InputStream body) {
		JsonNode wanted = StrictJson.read(body);
		if (wanted instanceof ObjectNode fields && !fields.has("id")) {
			wanted = JsonNodeFactory.instance.objectNode().put("id", jurisdiction).setAll(fields);
		}
		if (!OwnerReader.jurisdiction(wanted).id().equals(jurisdiction)) {
			throw OwnerReader.OwnerFault.OTHER_ID.refusal("id", jurisdiction);
		}
		return this.proposals.propose(this.actions.correctedJurisdiction(), wanted).accepted();
	}

	@Operation(summary = "新建项目 · proposes a program",
			description = "in force when a POLICY_APPROVER with another account confirms the proposal")
	@PostMapping("/{jurisdiction}/programs")
	ResponseEntity<byte[]> addProgram(@PathVariable String jurisdiction, @Parameter(hidden = true) InputStream body,
			@RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) throws IOException {
		byte[] bytes = body.readAllBytes();
		return once(key, "POST /jurisdictions/" + jurisdiction + "/programs", bytes, this.actions.newProgram(),
				() -> NewProgram.values(jurisdiction, StrictJson.read(bytes), null));
	}

	@Operation(
			summary = "新建或改名 · renames a program at once; proposes a new one, or anything else of one that has no version yet")
	@PutMapping("/{jurisdiction}/programs/{program}")
	ResponseEntity<?> putProgram(@PathVariable String jurisdiction, @PathVariable String program,
			@Parameter(hidden = true) InputStream body) {
		JsonNode described = StrictJson.read(body);
		Program wanted = OwnerReader.program(described, program);
		if (this.owners.rename(jurisdiction, wanted)) {
			this.catalogue.refresh();
			return ResponseEntity.ok(PolicyView.ProgramItem.of(jurisdiction, wanted));
		}
		OwnerAction action = this.owners.has(jurisdiction, program) ? this.actions.correctedProgram()
				: this.actions.newProgram();
		return this.proposals.propose(action, NewProgram.values(jurisdiction, described, program)).accepted();
	}

}
