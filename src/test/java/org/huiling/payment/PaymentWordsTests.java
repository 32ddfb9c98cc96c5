package org.huiling.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.huiling.input.MessageCatalogue;
import org.huiling.payment.calculation.ArrearsReason;
import org.huiling.payment.calculation.LineKind;
import org.huiling.payment.calculation.OpenReason;
import org.huiling.payment.roster.RosterState;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands on rosters has words for those who read them. */
class PaymentWordsTests {

	@Test
	void everyCodeOnARosterHasWordsInBothLanguages() {
		List<String> keys = new ArrayList<>(List.of("line.NOT_SET_OFF"));
		Stream.of(ArrearsReason.values()).forEach((because) -> keys.add("line." + because));
		Stream.of(LineKind.values()).forEach((kind) -> keys.add("kind." + kind));
		Stream.of(OpenReason.values()).forEach((reason) -> keys.add("open." + reason));
		Stream.of(RosterState.values()).forEach((state) -> keys.add("roster." + state));
		MessageCatalogue web = MessageCatalogue.of("web");
		assertThat(web.zh().stringPropertyNames()).containsAll(keys);
		assertThat(web.en().stringPropertyNames()).containsAll(keys);
	}

}
