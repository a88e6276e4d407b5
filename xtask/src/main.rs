//! Set-up, serving, testing and packing.

fn main() {}
