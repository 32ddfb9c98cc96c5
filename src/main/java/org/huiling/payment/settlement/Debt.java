package org.huiling.payment.settlement;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a roster left open that somebody owes back.
 *
 * @param roster which roster
 * @param number of the open item
 * @param amount yuan, positive: what is still owed of it
 */
public record Debt(UUID roster, int number, BigDecimal amount) {
}
