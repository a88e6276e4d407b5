//! The order of the functions in the engine: each after those that it looks like.
//!
//! Brotli finds what it has seen, and writes less about it the nearer it was. wasm-opt sorts functions by their names, so
//! each gets its place for a name.

use crate::failure::Failure;

/// Sections of a module by their numbers.
const CUSTOM: u8 = 0;
const CODE: u8 = 10;
/// What the section of names is called, and its part with the names of functions.
const NAMES: &[u8] = b"name";
const NAMES_OF_FUNCTIONS: u8 = 1;
/// A module begins with this many bytes before its first section.
const OPENING: usize = 8;
/// How many kinds of four bytes in a row are told apart, as a power of two.
const KINDS: u32 = 13;
/// How much a function still counts after the next one.
const FADING: f64 = 0.25;

/// The module with its functions named in an order that compresses well.
pub(crate) fn named(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    renamed(module).ok_or_else(|| {
        Failure::error(
            "the engine is not written as xtask/src/order.rs reads it",
            "This version of wasm-opt writes another form: mend it there.",
        )
    })
}

fn renamed(module: &[u8]) -> Option<Vec<u8>> {
    let (opening, mut rest) = module.split_at_checked(OPENING)?;
    let (mut bodies, mut functions, mut others) = (Vec::new(), 0, opening.to_vec());
    while let Some((number, after)) = rest.split_first() {
        let (content, after) = block(after)?;
        if let Some(names) = Some(content).filter(|_| *number == CUSTOM).and_then(names) {
            functions = number_in(names)?.0;
        } else {
            section(&mut others, *number, content);
        }
        if *number == CODE {
            bodies = blocks(content)?;
        }
        rest = after;
    }
    // Those that are imported come first, and stay in their order.
    let imported = functions.checked_sub(bodies.len())?;
    let mut names = vec![0; functions];
    let order = (0..imported).chain(order(&bodies).into_iter().map(|body| imported + body));
    for (place, function) in order.enumerate() {
        *names.get_mut(function)? = place;
    }
    let mut list = Vec::new();
    write_number(&mut list, functions);
    for (function, place) in names.into_iter().enumerate() {
        write_number(&mut list, function);
        write_block(&mut list, format!("{place:05}").as_bytes());
    }
    let mut content = Vec::new();
    write_block(&mut content, NAMES);
    section(&mut content, NAMES_OF_FUNCTIONS, &list);
    section(&mut others, CUSTOM, &content);
    Some(others)
}

/// A function that has no place yet.
struct Candidate {
    function: usize,
    parts: Vec<usize>,
    /// How many of its parts the functions before have, those that are further away counted less.
    seen: f64,
}

/// The functions, each after those that hold most of what it consists of; the first stays the first.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let candidate = |(function, body): (usize, &&[u8])| Candidate { function, parts: parts(body), seen: 0.0 };
    let mut left: Vec<Candidate> = bodies.iter().enumerate().map(candidate).collect();
    let mut order = Vec::new();
    let mut next = 0;
    while next < left.len() {
        let placed = left.remove(next);
        order.push(placed.function);
        let mut held = vec![false; 1 << KINDS];
        for part in placed.parts {
            if let Some(held) = held.get_mut(part) {
                *held = true;
            }
        }
        let mut most = -1.0;
        next = 0;
        for (position, candidate) in left.iter_mut().enumerate() {
            let mut both = 0;
            for part in &candidate.parts {
                both += u32::from(held.get(*part) == Some(&true));
            }
            candidate.seen = candidate.seen * FADING + f64::from(both);
            #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
            let share = candidate.seen / (candidate.parts.len() + 1) as f64;
            if share > most {
                (next, most) = (position, share);
            }
        }
    }
    order
}

/// Which kinds of four bytes in a row a function consists of.
fn parts(body: &[u8]) -> Vec<usize> {
    let mut parts: Vec<usize> = body
        .windows(4)
        .filter_map(|window| Some(u32::from_le_bytes(*window.first_chunk()?)))
        .map(|four| (four.wrapping_mul(2_654_435_761) >> (u32::BITS - KINDS)) as usize)
        .collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The names of functions in a section of names: their number, and each with the number of its function.
fn names(content: &[u8]) -> Option<&[u8]> {
    let (name, mut rest) = block(content)?;
    while let Some((part, after)) = rest.split_first().filter(|_| name == NAMES) {
        let (content, after) = block(after)?;
        if *part == NAMES_OF_FUNCTIONS {
            return Some(content);
        }
        rest = after;
    }
    None
}

/// A list of blocks, with their number before them.
fn blocks(content: &[u8]) -> Option<Vec<&[u8]>> {
    let (count, mut rest) = number_in(content)?;
    let mut blocks = Vec::new();
    for _ in 0..count {
        let (block, after) = block(rest)?;
        blocks.push(block);
        rest = after;
    }
    Some(blocks)
}

/// Bytes with their number before them, and what comes after.
fn block(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number_in(bytes)?;
    rest.split_at_checked(length)
}

/// A number, seven bits a byte, the lowest first; and what comes after.
fn number_in(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (position, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * position);
        if byte & 0x80 == 0 {
            return Some((number, bytes.get(position + 1..)?));
        }
    }
    None
}

fn section(out: &mut Vec<u8>, number: u8, content: &[u8]) {
    out.push(number);
    write_block(out, content);
}

fn write_block(out: &mut Vec<u8>, content: &[u8]) {
    write_number(out, content.len());
    out.extend_from_slice(content);
}

fn write_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return out.push(low & 0x7f);
        }
        out.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::{named, number_in, order, section, write_block, write_number};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for number in [0, 1, 127, 128, 300, 16_384, 2_000_000] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            bytes.push(9);
            assert_eq!(number_in(&bytes), Some((number, &[9][..])));
        }
        assert_eq!(number_in(&[0x80]), None);
    }

    #[test]
    fn functions_come_after_those_they_look_like() {
        let bodies: [&[u8]; 4] = [b"abcdefgh", b"12345678", b"abcdefgi", b"12345679"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
        assert_eq!(order(&[]), [0; 0]);
    }

    #[test]
    fn only_names_change() {
        let module = |names: &[&str]| {
            let mut module = b"\0asm\x01\0\0\0".to_vec();
            section(&mut module, 10, b"\x03\x05aaaa1\x05bbbb1\x05aaaa2");
            let (mut list, mut content) = (vec![u8::try_from(names.len()).unwrap()], b"\x04name".to_vec());
            for (function, name) in (0_u8..).zip(names) {
                list.push(function);
                write_block(&mut list, name.as_bytes());
            }
            section(&mut content, 1, &list);
            section(&mut module, 0, &content);
            module
        };
        let expected = module(&["00000", "00001", "00003", "00002"]);
        assert_eq!(named(&module(&["imported", "a", "b", "c"])).unwrap(), expected);
        assert!(named(&module(&["a", "b"])).is_err());
        assert!(named(b"\0asm").is_err());
    }
}
