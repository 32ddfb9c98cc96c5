package org.huiling.applicant.register.lists;

import java.util.UUID;

import org.huiling.account.RegionScope;
import org.huiling.applicant.reading.ApplicantReader;

/**
 * For whom and when a list is taken.
 *
 * @param run the import
 * @param by the account
 * @param own the account's regions
 * @param reading reads people today
 * @param dryRun whether only to say what would be recorded
 */
public record ListOrder(UUID run, String by, RegionScope own, ApplicantReader reading, boolean dryRun) {
}
