package org.huiling.audit;

/**
 * The end of the chain.
 *
 * @param last the number of the last row, 0 if there is none
 * @param hash its hash in hexadecimal digits, empty if there is none
 * @param seal the keyed hash of both likewise, empty if there is none
 */
record ChainEnd(long last, String hash, String seal) {
}
