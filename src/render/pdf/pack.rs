//! The objects of a finished PDF packed together, as PDF 1.5 and PDF/A-2 and later have it.
//!
//! Every cell of a table is an object of its own for screen readers; written one by one, the
//! thousands of them make the greater part of a bulletin.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// Objects in one stream: readers open a stream as a whole.
const TOGETHER: usize = 500;

/// The mark of a line that holds its differences from the line above.
const UP: u8 = 2;

/// Where an object is found, as the table of references says it.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    Within { stream: usize, index: usize },
}

/// The same document with its small objects in compressed streams; none where the bytes are not
/// what the typesetter writes.
pub(super) fn pack(bytes: &[u8]) -> Option<Vec<u8>> {
    let table = last(bytes, b"startxref\n").and_then(|at| number(&bytes[at..]))?;
    let trailer = table + find(bytes.get(table..)?, b"trailer\n<<")?;
    let offsets = offsets(bytes.get(table..trailer)?)?;
    let objects = objects(bytes, &offsets, table)?;
    let header = offsets.iter().flatten().min()?;
    let mut places = vec![Place::Free; offsets.len()];
    let mut out = bytes[..*header].to_vec();
    let (large, mut small): (Vec<_>, Vec<_>) =
        objects.into_iter().partition(|(_, body)| body.ends_with(b"endstream"));
    // Objects of one kind beside one another are packed smaller.
    small.sort_by_key(|(_, body)| kind(body));
    for (name, body) in large {
        places[name] = Place::At(out.len());
        write_object(&mut out, name, body);
    }
    for part in small.chunks(TOGETHER) {
        let stream = places.len();
        places.push(Place::At(out.len()));
        for (index, (name, _)) in part.iter().enumerate() {
            places[*name] = Place::Within { stream, index };
        }
        write_object(&mut out, stream, &together(part));
    }
    let ends = find(&bytes[trailer..], b">>\nstartxref")?;
    let keys = &bytes[trailer + find(&bytes[trailer..], b"/Root")?..trailer + ends];
    write_references(&mut out, places, keys);
    Some(out)
}

/// The offset of each object by its number; none for numbers that are free.
fn offsets(table: &[u8]) -> Option<Vec<Option<usize>>> {
    let text = std::str::from_utf8(table).ok()?;
    let entries = text.strip_prefix("xref\n0 ")?.lines().skip(1);
    let entry = |line: &str| {
        let (offset, rest) = line.split_once(' ')?;
        Some(rest.contains('n').then(|| offset.parse().ok()).flatten())
    };
    entries.map(entry).collect()
}

/// The numbers of the objects and what stands between `obj` and `endobj`, as they lie in the file.
fn objects<'a>(
    bytes: &'a [u8],
    offsets: &[Option<usize>],
    end: usize,
) -> Option<Vec<(usize, &'a [u8])>> {
    let mut starts: Vec<(usize, usize)> = offsets
        .iter()
        .enumerate()
        .filter_map(|(name, offset)| Some(((*offset)?, name)))
        .collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([end]);
    let object = |((start, name), end): (&(usize, usize), usize)| {
        let body = bytes.get(*start..end)?.trim_ascii();
        let body = body.strip_prefix(format!("{name} 0 obj").as_bytes())?;
        Some((*name, body.strip_suffix(b"endobj")?.trim_ascii()))
    };
    starts.iter().zip(ends).map(object).collect()
}

/// What an object begins with, before its first number.
fn kind(body: &[u8]) -> &[u8] {
    let end = body.iter().position(u8::is_ascii_digit);
    &body[..end.unwrap_or(body.len())]
}

/// A stream of objects: their numbers and places, then the objects.
fn together(part: &[(usize, &[u8])]) -> Vec<u8> {
    let mut heads = String::new();
    let mut bodies = Vec::new();
    for (name, body) in part {
        heads.push_str(&format!("{name} {} ", bodies.len()));
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let keys = format!("/Type/ObjStm/N {}/First {}", part.len(), heads.len());
    stream(keys.as_bytes(), &[heads.as_bytes(), &bodies].concat())
}

/// The table of references, itself a stream of differences from line to line, and where it lies.
fn write_references(out: &mut Vec<u8>, mut places: Vec<Place>, keys: &[u8]) {
    let (name, start) = (places.len(), out.len());
    places.push(Place::At(start));
    let mut table = Vec::with_capacity(places.len() * 8);
    let mut before = [0; 7];
    for (at, place) in places.iter().enumerate() {
        let (kind, field, rest) = match place {
            Place::Free => (0_u8, 0, if at == 0 { u16::MAX as usize } else { 0 }),
            Place::At(offset) => (1, *offset, 0),
            Place::Within { stream, index } => (2, *stream, *index),
        };
        let mut line = [kind; 7];
        line[1..5].copy_from_slice(&field.to_be_bytes()[4..]);
        line[5..].copy_from_slice(&rest.to_be_bytes()[6..]);
        table.push(UP);
        table.extend(line.iter().zip(before).map(|(now, then)| now.wrapping_sub(then)));
        before = line;
    }
    let own = format!(
        "/Type/XRef/Size {}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>",
        places.len()
    );
    write_object(out, name, &stream(&[own.as_bytes(), keys].concat(), &table));
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
}

fn stream(keys: &[u8], content: &[u8]) -> Vec<u8> {
    let packed = packed(content);
    let head = format!("/Filter/FlateDecode/Length {}>>\nstream\n", packed.len());
    [b"<<", keys, head.as_bytes(), &packed, b"\nendstream"].concat()
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let written = encoder.write_all(content).and_then(|()| encoder.finish());
    written.unwrap_or_default()
}

fn write_object(out: &mut Vec<u8>, name: usize, body: &[u8]) {
    out.extend_from_slice(format!("{name} 0 obj\n").as_bytes());
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).position(|part| part == words)
}

/// Where the bytes go on after the last of these words.
fn last(bytes: &[u8], words: &[u8]) -> Option<usize> {
    let at = bytes.windows(words.len()).rposition(|part| part == words);
    at.map(|at| at + words.len())
}

fn number(bytes: &[u8]) -> Option<usize> {
    let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&bytes[..digits]).ok()?.parse().ok()
}
