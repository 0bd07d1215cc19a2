//! What stands inside a PDF: its streams unpacked, and its text by the maps of its fonts.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// Every stream of a PDF, unpacked, and the text that is shown.
pub(super) fn unpacked(pdf: &[u8]) -> Vec<u8> {
    let streams = streams(pdf);
    let mut all: Vec<u8> = streams.concat();
    all.extend(text(&streams).into_bytes());
    all
}

fn streams(pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut streams = Vec::new();
    let mut rest = pdf;
    while let Some(at) = find(rest, b"stream\n").or_else(|| find(rest, b"stream\r\n")) {
        let start = at + rest[at..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
        rest = &rest[start..];
        let mut unpacked = Vec::new();
        if ZlibDecoder::new(rest).read_to_end(&mut unpacked).is_ok() {
            streams.push(unpacked);
        }
    }
    streams
}

/// The text of the pages: glyphs as every font's map reads them, one line for each map.
fn text(streams: &[Vec<u8>]) -> String {
    let maps: Vec<BTreeMap<u16, String>> =
        streams.iter().filter(|stream| find(stream, b"beginbfchar").is_some() || find(stream, b"beginbfrange").is_some()).map(|stream| map(stream)).collect();
    let mut text = String::new();
    for stream in streams.iter().filter(|stream| find(stream, b" Tf").is_some()) {
        let glyphs = glyphs(stream);
        for map in &maps {
            text.extend(glyphs.iter().filter_map(|glyph| map.get(glyph).map(String::as_str)));
            text.push('\n');
        }
    }
    text
}

/// The glyphs that a page shows, in order.
fn glyphs(stream: &[u8]) -> Vec<u16> {
    let mut glyphs = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        match stream[at] {
            b'<' if stream.get(at + 1) != Some(&b'<') => {
                let end = find(&stream[at..], b">").map_or(stream.len(), |end| at + end);
                glyphs.extend(codes(&String::from_utf8_lossy(&stream[at + 1..end])));
                at = end;
            }
            b'(' => at = literal(stream, at + 1, &mut glyphs),
            _ => at += 1,
        }
    }
    glyphs
}

/// Reads a literal string of two-byte codes and gives the place after it.
fn literal(stream: &[u8], mut at: usize, glyphs: &mut Vec<u16>) -> usize {
    let mut bytes = Vec::new();
    while at < stream.len() && stream[at] != b')' {
        if stream[at] == b'\\' {
            at += 1;
            let octal = stream[at..].iter().take(3).take_while(|byte| byte.is_ascii_digit());
            let octal: Vec<u8> = octal.copied().collect();
            if octal.len() == 3 {
                let digits = String::from_utf8(octal).unwrap();
                bytes.push(u16::from_str_radix(&digits, 8).unwrap() as u8);
                at += 3;
                continue;
            }
            bytes.push(match stream[at] {
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'b' => 8,
                b'f' => 12,
                other => other,
            });
        } else {
            bytes.push(stream[at]);
        }
        at += 1;
    }
    glyphs.extend(bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
    at + 1
}

/// A font's map from glyphs to text.
fn map(stream: &[u8]) -> BTreeMap<u16, String> {
    let text = String::from_utf8_lossy(stream);
    let mut map = BTreeMap::new();
    let mut ranges = false;
    for line in text.lines() {
        ranges = (ranges || line.ends_with("beginbfrange")) && !line.ends_with("endbfrange");
        let hex: Vec<&str> = line.split(['<', '>']).skip(1).step_by(2).collect();
        match (hex.as_slice(), ranges) {
            ([glyph, to], false) => {
                let glyph = codes(glyph).first().copied();
                let to = String::from_utf16_lossy(&codes(to));
                map.extend(glyph.map(|glyph| (glyph, to)));
            }
            ([first, last, to], true) => {
                let (first, last, to) = (codes(first), codes(last), codes(to));
                for (step, glyph) in (first[0]..=last[0]).enumerate() {
                    map.insert(glyph, String::from_utf16_lossy(&[to[0] + step as u16]));
                }
            }
            _ => {}
        }
    }
    map
}

fn codes(hex: &str) -> Vec<u16> {
    let digits: String = hex.chars().filter(char::is_ascii_hexdigit).collect();
    let code = |pair: &[u8]| u16::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.as_bytes().chunks_exact(4).filter_map(code).collect()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}
