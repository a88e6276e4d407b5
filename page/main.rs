//! What a page loads: the library with all that it exports, and nothing else.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Linked for its exports.
use middle_layer as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

// A third of the size of the usual one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
