package org.huiling.crosscheck;

import java.time.LocalDate;

/**
 * What a list is to be matched with.
 *
 * @param jurisdiction whose people
 * @param kind what the list is of
 * @param asOf the day of the list
 */
public record CrossCheckOrder(String jurisdiction, CrossCheckKind kind, LocalDate asOf) {
}
