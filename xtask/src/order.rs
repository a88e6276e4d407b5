//! The order of the functions in the engine: each after those that it looks like.
//!
//! Brotli finds what it has seen, and writes less about it the nearer it was. wasm-opt sorts functions by their names, so
//! each gets its place for a name.

use crate::failure::Failure;

/// Sections of a module by their numbers.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// What the section of names is called, and its part with the names of functions.
const NAMES: &[u8] = b"name";
const NAMES_OF_FUNCTIONS: u8 = 1;
/// A module begins with this many bytes before its first section.
const OPENING: usize = 8;
/// How many kinds of four bytes in a row are told apart, as a power of two.
const KINDS: u32 = 16;
/// How much a function still counts after the next one.
const FADING: f64 = 0.6;

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
    let (mut bodies, mut imported, mut others) = (Vec::new(), 0, opening.to_vec());
    while let Some((number, after)) = rest.split_first() {
        let (content, after) = block(after)?;
        match *number {
            IMPORTS => imported = imported_functions(content)?,
            CODE => bodies = blocks(content)?,
            _ => {}
        }
        if *number != CUSTOM || block(content)?.0 != NAMES {
            section(&mut others, *number, content);
        }
        rest = after;
    }
    // Those that are imported come first, and stay in their order.
    let mut names = vec![0; imported + bodies.len()];
    let order = (0..imported).chain(order(&bodies).into_iter().map(|body| imported + body));
    for (place, function) in order.enumerate() {
        *names.get_mut(function)? = place;
    }
    let mut list = Vec::new();
    write_number(&mut list, names.len());
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

/// The functions, each after those that hold most of what it consists of; the first stays the first.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let mut left: Vec<(usize, Vec<usize>)> = bodies.iter().map(|body| parts(body)).enumerate().collect();
    let mut order = Vec::new();
    // How near each part was seen: 1 in the function before.
    let mut near = vec![0.0; 1 << KINDS];
    let mut next = 0;
    while next < left.len() {
        let (function, parts) = left.remove(next);
        order.push(function);
        for near in &mut near {
            *near *= FADING;
        }
        for part in parts {
            if let Some(near) = near.get_mut(part) {
                *near = 1.0;
            }
        }
        let mut most = -1.0;
        next = 0;
        for (position, (_, parts)) in left.iter().enumerate() {
            let mut seen = 0.0;
            for part in parts {
                seen += near.get(*part).copied().unwrap_or(0.0);
            }
            #[expect(clippy::cast_precision_loss, reason = "at most some thousands")]
            let share = seen / (parts.len() + 1) as f64;
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

/// How many functions a section of imports holds.
fn imported_functions(content: &[u8]) -> Option<usize> {
    let (count, mut rest) = number_in(content)?;
    let mut functions = 0;
    for _ in 0..count {
        let (_module, after) = block(rest)?;
        let (_name, after) = block(after)?;
        let (kind, after) = after.split_first()?;
        rest = match kind {
            // Its type.
            0 => number_in(after)?.1,
            // Limits, for a table after what it holds.
            1 | 2 => {
                let limits = after.get(usize::from(2 - kind)..)?;
                let (has_most, least) = limits.split_first()?;
                let after = number_in(least)?.1;
                if has_most & 1 == 0 { after } else { number_in(after)?.1 }
            }
            // What a global holds, and whether it changes.
            _ => after.get(2..)?,
        };
        functions += usize::from(*kind == 0);
    }
    Some(functions)
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
            // A global, a table, a memory and two functions.
            let imports =
                b"\x05\x01m\x01g\x03\x7f\0\x01m\x01t\x01\x70\0\x01\x01m\x01s\x02\x01\x01\x02\x01m\x01f\0\x05\x01m\x01h\0\x80\x01";
            section(&mut module, 2, imports);
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
        let expected = module(&["00000", "00001", "00002", "00004", "00003"]);
        assert_eq!(named(&module(&["f", "h", "a", "b"])).unwrap(), expected);
        assert!(named(b"\0asm").is_err());
    }
}
