//! The objects of a finished PDF packed together, as PDF 1.5 and PDF/A-2 and later have it.
//!
//! Every cell of a table is an object of its own for screen readers; written one by one, the
//! thousands of them make the greater part of a bulletin. What is read here is the one form that
//! the typesetter writes: a table of references in one section, objects of generation 0 without
//! a gap, no encryption. Whatever else it is given, it leaves as it is.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// The first version that the typesetter writes; streams of objects came with 1.5.
const VERSION: &[u8] = b"%PDF-1.7\n";

/// Objects in one stream: readers open a stream as a whole.
const TOGETHER: usize = 500;

/// Bytes of a line in the table of references.
const LINE: usize = 20;

/// The mark of a line that holds its differences from the line above.
const UP: u8 = 2;

/// Words that stand between objects or in front of the data of a stream; in the body of a small
/// object they show that it is more than one object.
const MARKS: [&[u8]; 2] = [b"endobj", b"stream"];

/// Keys of a trailer that send the reader elsewhere for objects, or for the key to them.
const ELSEWHERE: [&[u8]; 3] = [b"/Prev", b"/XRefStm", b"/Encrypt"];

/// Returns the same document with its small objects in compressed streams, or the bytes as they
/// are if they are not what the typesetter writes.
pub(super) fn pack(bytes: Vec<u8>) -> Vec<u8> {
    match Parts::of(&bytes) {
        Some(parts) => packed(parts),
        None => bytes,
    }
}

/// A document as the typesetter writes it.
struct Parts<'a> {
    /// What stands before the first object.
    head: &'a [u8],
    /// How many numbers of objects there are, free ones too.
    size: usize,
    /// The numbers of the objects and their bodies, in the order of the file.
    objects: Vec<(usize, &'a [u8])>,
    /// The keys of the trailer but for its size.
    keys: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(bytes: &'a [u8]) -> Option<Parts<'a>> {
        u32::try_from(bytes.len()).ok().filter(|_| bytes.starts_with(VERSION))?;
        let counted = bytes.strip_suffix(b"\n%%EOF")?;
        let digits = counted.iter().rev().take_while(|byte| byte.is_ascii_digit());
        let (references, start) = counted.split_at(counted.len() - digits.count());
        let (document, references) = references.split_at_checked(number(start)?)?;
        let trailer = find(references, b"trailer\n<<")?;
        let (table, trailer) = references.split_at(trailer);
        let keys = trailer.strip_suffix(b">>\nstartxref\n")?;
        if ELSEWHERE.iter().any(|key| find(keys, key).is_some()) {
            return None;
        }
        let offsets = offsets(table)?;
        Some(Parts {
            head: document.get(..*offsets.iter().flatten().min()?)?,
            size: offsets.len(),
            objects: objects(document, &offsets)?,
            keys: &keys[find(keys, b"/Root")?..],
        })
    }
}

/// The offset of each object by its number; `None` in the list for numbers that are free.
fn offsets(table: &[u8]) -> Option<Vec<Option<usize>>> {
    let section = table.strip_prefix(b"xref\n0 ")?;
    let (count, lines) = section.split_at(find(section, b"\n")?);
    let lines = &lines[1..];
    if lines.len() % LINE > 0 || lines.len() / LINE != number(count)? {
        return None;
    }
    lines.chunks_exact(LINE).map(offset).collect()
}

fn offset(line: &[u8]) -> Option<Option<usize>> {
    let (digits, state) = line.split_at(10);
    let offset = number(digits)?;
    match state {
        b" 00000 n\r\n" => Some(Some(offset)),
        b" 00000 f\r\n" | b" 65535 f\r\n" => Some(None),
        _ => None,
    }
}

/// The numbers of the objects and what stands between `obj` and `endobj`.
fn objects<'a>(
    document: &'a [u8],
    offsets: &[Option<usize>],
) -> Option<Vec<(usize, &'a [u8])>> {
    let mut starts: Vec<(usize, usize)> = (offsets.iter().enumerate())
        .filter_map(|(name, offset)| Some(((*offset)?, name)))
        .collect();
    starts.sort_unstable();
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([document.len()]);
    let spans = starts.iter().zip(ends);
    spans
        .map(|((start, name), end)| {
            Some((*name, body(document.get(*start..end)?, *name)?))
        })
        .collect()
}

fn body(object: &[u8], name: usize) -> Option<&[u8]> {
    let opened = object.strip_prefix(format!("{name} 0 obj\n").as_bytes())?;
    let body = opened.trim_ascii().strip_suffix(b"\nendobj")?.trim_ascii();
    let whole = is_stream(body) || MARKS.iter().all(|mark| find(body, mark).is_none());
    whole.then_some(body)
}

fn is_stream(body: &[u8]) -> bool {
    body.ends_with(b"endstream")
}

/// Where an object is found, as the table of references says it.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    Within { stream: usize, index: usize },
}

fn packed(parts: Parts) -> Vec<u8> {
    let mut places = vec![Place::Free; parts.size];
    let mut out = parts.head.to_vec();
    let (streams, mut small): (Vec<_>, Vec<_>) =
        parts.objects.into_iter().partition(|(_, body)| is_stream(body));
    // Objects of one kind beside one another are packed smaller.
    small.sort_by_key(|(_, body)| kind(body));
    for (name, body) in streams {
        places[name] = Place::At(out.len());
        write_object(&mut out, name, body);
    }
    for group in small.chunks(TOGETHER) {
        let stream = places.len();
        places.push(Place::At(out.len()));
        for (index, (name, _)) in group.iter().enumerate() {
            places[*name] = Place::Within { stream, index };
        }
        write_object(&mut out, stream, &together(group));
    }
    write_references(&mut out, places, parts.keys);
    out
}

/// What an object begins with, before its first number.
fn kind(body: &[u8]) -> &[u8] {
    let end = body.iter().position(u8::is_ascii_digit);
    &body[..end.unwrap_or(body.len())]
}

/// A stream of objects: their numbers and places, then the objects.
fn together(group: &[(usize, &[u8])]) -> Vec<u8> {
    let mut heads = String::new();
    let mut bodies = Vec::new();
    for (name, body) in group {
        heads.push_str(&format!("{name} {} ", bodies.len()));
        bodies.extend_from_slice(body);
        bodies.push(b'\n');
    }
    let keys = format!("/Type/ObjStm/N {}/First {}", group.len(), heads.len());
    stream(keys.as_bytes(), &[heads.as_bytes(), &bodies].concat())
}

/// The table of references, itself a stream of differences from line to line, and where it lies.
fn write_references(out: &mut Vec<u8>, mut places: Vec<Place>, keys: &[u8]) {
    let (name, start) = (places.len(), out.len());
    places.push(Place::At(start));
    let mut table = Vec::with_capacity(places.len() * 8);
    let mut above = [0; 7];
    for (at, place) in places.iter().enumerate() {
        let (kind, field, extra) = match place {
            Place::Free => (0_u8, 0, if at == 0 { u16::MAX as usize } else { 0 }),
            Place::At(offset) => (1, *offset, 0),
            Place::Within { stream, index } => (2, *stream, *index),
        };
        let mut line = [kind; 7];
        line[1..5].copy_from_slice(&field.to_be_bytes()[4..]);
        line[5..].copy_from_slice(&extra.to_be_bytes()[6..]);
        table.push(UP);
        table
            .extend(line.iter().zip(above).map(|(byte, upper)| byte.wrapping_sub(upper)));
        above = line;
    }
    let form = format!(
        "/Type/XRef/Size {}/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>",
        places.len()
    );
    write_object(out, name, &stream(&[form.as_bytes(), keys].concat(), &table));
    out.extend_from_slice(format!("startxref\n{start}\n%%EOF").as_bytes());
}

fn stream(keys: &[u8], content: &[u8]) -> Vec<u8> {
    let data = deflated(content);
    let head = format!("/Filter/FlateDecode/Length {}>>\nstream\n", data.len());
    [b"<<", keys, head.as_bytes(), &data, b"\nendstream"].concat()
}

fn deflated(content: &[u8]) -> Vec<u8> {
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

/// A number of nothing but digits.
fn number(digits: &[u8]) -> Option<usize> {
    let all = digits.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(digits).ok().filter(|_| all)?.parse().ok()
}
