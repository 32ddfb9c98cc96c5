package org.huiling.audit;

/**
 * The end of the chain.
 *
 * @param last the number of the last row, 0 if there is none
 * @param hash its hash, empty if there is none
 * @param seal the keyed hash of both, empty if there is none
 */
record ChainHead(long last, byte[] hash, byte[] seal) {
}
