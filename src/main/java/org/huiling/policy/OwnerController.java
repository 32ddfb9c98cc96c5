package org.huiling.policy;

import java.io.InputStream;

import org.huiling.applicant.ApplicantRegister;
import org.huiling.engine.Bilingual;
import org.huiling.engine.Jurisdiction;
import org.huiling.engine.Program;
import org.huiling.input.StrictJson;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** New jurisdictions and programs over HTTP. */
@Tag(name = "policies", description = "政策 · published policies")
@RestController
@RequestMapping("/api/v1/jurisdictions")
class OwnerController {

	private final Owners owners;

	private final PolicyCatalogue catalogue;

	private final ApplicantRegister people;

	OwnerController(Owners owners, PolicyCatalogue catalogue, ApplicantRegister people) {
		this.owners = owners;
		this.catalogue = catalogue;
		this.people = people;
	}

	/**
	 * A jurisdiction that was added.
	 *
	 * @param id its id
	 * @param name in both languages
	 * @param regionPrefix the region-code prefix it claims
	 * @param people how many people on file have a record that names a region there
	 */
	record Added(String id, Bilingual name, String regionPrefix, long people) {
	}

	@Operation(summary = "新建辖区 · adds a jurisdiction; one below another's prefix takes its people over")
	@PostMapping
	ResponseEntity<Added> add(@Parameter(hidden = true) InputStream body) {
		Jurisdiction wanted = OwnerReader.jurisdiction(StrictJson.read(body));
		this.owners.add(wanted);
		this.catalogue.refresh();
		return ResponseEntity.status(HttpStatus.CREATED)
			.body(new Added(wanted.id(), wanted.name(), wanted.regionPrefix(),
					this.people.countBelow(wanted.regionPrefix())));
	}

	@Operation(summary = "新建项目 · adds a program")
	@PostMapping("/{jurisdiction}/programs")
	ResponseEntity<PolicyView.ProgramItem> addProgram(@PathVariable String jurisdiction,
			@Parameter(hidden = true) InputStream body) {
		return put(jurisdiction, OwnerReader.program(StrictJson.read(body), null), false);
	}

	@Operation(summary = "新建或改名 · adds a program, or renames it; nothing else of it changes")
	@PutMapping("/{jurisdiction}/programs/{program}")
	ResponseEntity<PolicyView.ProgramItem> putProgram(@PathVariable String jurisdiction, @PathVariable String program,
			@Parameter(hidden = true) InputStream body) {
		return put(jurisdiction, OwnerReader.program(StrictJson.read(body), program), true);
	}

	private ResponseEntity<PolicyView.ProgramItem> put(String jurisdiction, Program wanted, boolean rename) {
		boolean added = this.owners.put(jurisdiction, wanted, rename);
		this.catalogue.refresh();
		return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK)
			.body(PolicyView.ProgramItem.of(jurisdiction, wanted));
	}

}
