//! A response file.
#![no_main]
#![allow(missing_docs)]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use middle_layer_fuzz::{mutate, response_file};

fuzz_target!(|data: &[u8]| response_file(data));
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate(data, size, most, seed, fuzzer_mutate)
});
