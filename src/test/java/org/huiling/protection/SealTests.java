package org.huiling.protection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is sealed opens with its key at its place, and in no other way. */
class SealTests {

	private static final byte[] NAME = "试例甲".getBytes(StandardCharsets.UTF_8);

	@Test
	void opensWhatItSealed() {
		Seal seal = TestKeys.seal("k1");
		assertThat(seal.open(seal.seal(NAME, "record-1"), "record-1")).isEqualTo(NAME);
		assertThat(seal.open(seal.seal(new byte[0], "record-1"), "record-1")).isEmpty();
	}

	@Test
	void twoSealsOfOneTextDiffer() {
		Seal seal = TestKeys.seal("k1");
		byte[] sealed = seal.seal(NAME, "record-1");
		assertThat(sealed).isNotEqualTo(seal.seal(NAME, "record-1"));
		assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("试例甲").contains("k1");
	}

	@Test
	void doesNotOpenAtAnotherPlace() {
		Seal seal = TestKeys.seal("k1");
		byte[] sealed = seal.seal(NAME, "record-1");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> seal.open(sealed, "record-2"));
	}

	@Test
	void doesNotOpenWhenAnyByteWasAltered() {
		Seal seal = TestKeys.seal("k1");
		byte[] sealed = seal.seal(NAME, "record-1");
		for (int i = 0; i < sealed.length; i++) {
			byte[] altered = sealed.clone();
			altered[i] ^= 1;
			assertThatExceptionOfType(SealBroken.class).as("byte %d", i)
				.isThrownBy(() -> seal.open(altered, "record-1"));
		}
		for (int length = 0; length < sealed.length; length++) {
			byte[] cut = Arrays.copyOf(sealed, length);
			assertThatExceptionOfType(SealBroken.class).as("length %d", length)
				.isThrownBy(() -> seal.open(cut, "record-1"));
		}
	}

	@Test
	void aTurnedRingOpensTheOldAndSealsWithTheNew() {
		byte[] old = TestKeys.seal("k1").seal(NAME, "record-1");
		Seal turned = TestKeys.seal("k2", "k1");
		assertThat(turned.open(old, "record-1")).isEqualTo(NAME);
		assertThat(turned.isCurrent(old)).isFalse();
		byte[] anew = turned.seal(NAME, "record-1");
		assertThat(turned.isCurrent(anew)).isTrue();
		assertThat(anew).startsWith(turned.currentPrefix());
		assertThat(TestKeys.seal("k2").open(anew, "record-1")).isEqualTo(NAME);
	}

	@Test
	void aKeyThatIsNotThereIsNamed() {
		byte[] old = TestKeys.seal("k1").seal(NAME, "record-1");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> TestKeys.seal("k2").open(old, "record-1"))
			.withMessageContaining("k1");
	}

	@Test
	void anotherKeyOfTheSameIdIsAnErrorAndNeverGarbage() {
		byte[] old = TestKeys.seal("k1").seal(NAME, "record-1");
		KeyRing ring = TestKeys.ring("k1");
		Map<String, SecretKey> other = new HashMap<>();
		other.put("k1", new SecretKeySpec(TestKeys.bytes("other"), "AES"));
		Seal wrong = new Seal(new KeyRing("k1", other, ring.lookup()));
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> wrong.open(old, "record-1"))
			.withMessageContaining("another one");
	}

	@Test
	void hashesDependOnKindTextAndKey() {
		LookupHash hash = TestKeys.hash();
		assertThat(hash.of("name", "甲")).hasSize(LookupHash.LENGTH)
			.isEqualTo(TestKeys.hash().of("name", "甲"))
			.isNotEqualTo(hash.of("name", "乙"))
			.isNotEqualTo(hash.of("surname", "甲"));
		LookupHash other = new LookupHash(new KeyRing("k1", TestKeys.ring("k1").encryption(),
				new SecretKeySpec(TestKeys.bytes("other"), "HmacSHA256")));
		assertThat(hash.of("name", "甲")).isNotEqualTo(other.of("name", "甲"));
	}

}
