package org.huiling.decision.assessment;

import java.io.InputStream;
import java.util.Locale;

import org.huiling.applicant.reading.ApplicantReaderInForce;
import org.huiling.input.StrictJson;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what an applicant is entitled to; stores nothing. */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentController implements AssessmentApi {

	private final Assessing assessing;

	private final AssessmentWriter writer;

	private final ApplicantReaderInForce readings;

	AssessmentController(Assessing assessing, AssessmentWriter writer, ApplicantReaderInForce readings) {
		this.assessing = assessing;
		this.writer = writer;
		this.readings = readings;
	}

	@Override
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	public ResponseEntity<byte[]> assess(InputStream body, Locale locale) {
		AssessmentBody asked = AssessmentBodyReader.read(StrictJson.read(body), this.readings.today());
		return ResponseEntity.ok(this.writer.write(asked, this.assessing.assess(asked, locale), locale));
	}

}
