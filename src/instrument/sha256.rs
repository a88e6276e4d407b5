//! The hash function SHA-256.

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes. FIPS 180-4, 4.2.2.
const ROUNDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

/// The first 32 bits of the fractional parts of the square roots of the first eight primes. FIPS 180-4, 5.3.3.
const START: [u32; 8] =
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19];

/// SHA-256 of a text, in lower-case hex. FIPS 180-4; the letters are those of section 6.2.
///
/// It is written out here because a browser has it only on https, and because the loops of the crate `sha2` are
/// unrolled: ten times the bytes, for a speed that hashing one file does not need.
pub(super) fn sha256(text: &str) -> String {
    // 5.1.1: a bit 1, zeros, and the number of bits, which fill up the last block of 64 bytes.
    let mut message = text.as_bytes().to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((text.len() as u64 * 8).to_be_bytes());

    let mut hash = START;
    for block in message.as_chunks().0 {
        compress(&mut hash, block);
    }
    let mut digits = String::new();
    for word in hash {
        for digit in 0..8 {
            digits.push(char::from_digit(word << (4 * digit) >> 28, 16).unwrap_or('0'));
        }
    }
    digits
}

/// 6.2.2: takes one block into the hash.
#[expect(clippy::many_single_char_names, reason = "the letters of the standard")]
fn compress(hash: &mut [u32; 8], block: &[u8; 64]) {
    // The sixteen words of the message schedule that are still needed, the one of this round first.
    let mut schedule = [0; 16];
    for (word, bytes) in schedule.iter_mut().zip(block.as_chunks().0) {
        *word = u32::from_be_bytes(*bytes);
    }
    let mut state = *hash;
    for constant in ROUNDS {
        let [word, w1, _, _, _, _, _, _, _, w9, _, _, _, _, w14, _] = schedule;
        schedule.copy_within(1.., 0);
        let [.., last] = &mut schedule;
        *last = word
            .wrapping_add(w1.rotate_right(7) ^ w1.rotate_right(18) ^ (w1 >> 3))
            .wrapping_add(w9)
            .wrapping_add(w14.rotate_right(17) ^ w14.rotate_right(19) ^ (w14 >> 10));

        let [a, b, c, d, e, f, g, h] = state;
        let t1 = h
            .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
            .wrapping_add((e & f) ^ (!e & g))
            .wrapping_add(constant)
            .wrapping_add(word);
        let t2 = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22))
            .wrapping_add((a & b) ^ (a & c) ^ (b & c));
        state = [t1.wrapping_add(t2), a, b, c, d.wrapping_add(t1), e, f, g];
    }
    for (word, added) in hash.iter_mut().zip(state) {
        *word = word.wrapping_add(added);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};

    use super::sha256;

    #[test]
    fn the_example_of_the_standard() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256("abc"), expected);
    }

    proptest! {
        #[test]
        fn any_text_as_another_implementation_hashes_it(text in "(?s).{0,300}") {
            let expected: Vec<String> = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
            prop_assert_eq!(sha256(&text), expected.concat());
        }
    }
}
