//! What stands inside a PDF: its streams unpacked, and its text by the maps of its fonts.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

/// An object of the file: its dictionary as text, and its stream unpacked.
struct Object {
    words: String,
    stream: Vec<u8>,
}

type Objects = BTreeMap<u32, Object>;
type Map = BTreeMap<u16, String>;

/// Every stream of a PDF, unpacked, and the text that is shown.
pub(crate) fn unpacked(pdf: &[u8]) -> Vec<u8> {
    let objects = objects(pdf);
    let mut all: Vec<u8> = Vec::new();
    for object in objects.values() {
        all.extend_from_slice(&object.stream);
        all.push(b'\n');
    }
    all.extend(text(&objects).into_bytes());
    all
}

fn objects(pdf: &[u8]) -> Objects {
    let mut objects = Objects::new();
    let mut rest = pdf;
    while let Some(at) = find(rest, b" 0 obj\n") {
        let start = rest[..at].iter().rposition(|byte| !byte.is_ascii_digit());
        let number =
            std::str::from_utf8(&rest[start.map_or(0, |at| at + 1)..at]).unwrap();
        let number = number.parse().ok();
        rest = &rest[at + b" 0 obj\n".len()..];
        let end = find(rest, b"endobj").unwrap_or(rest.len());
        let body =
            find(&rest[..end], b"stream\n").map_or(end, |at| at + b"stream\n".len());
        let words = String::from_utf8_lossy(&rest[..body]).into_owned();
        let mut stream = Vec::new();
        if ZlibDecoder::new(&rest[body..]).read_to_end(&mut stream).is_err() {
            stream = rest[body..end].to_vec();
        }
        objects.extend(number.map(|number: u32| (number, Object { words, stream })));
        rest = &rest[end..];
    }
    let packed: Objects = objects.values().flat_map(members).collect();
    objects.extend(packed);
    objects
}

/// The objects that are packed in the stream of one.
fn members(object: &Object) -> Vec<(u32, Object)> {
    if !object.words.contains("/ObjStm") {
        return Vec::new();
    }
    let first = object.words.split("/First ").nth(1).unwrap();
    let first: String = first.chars().take_while(char::is_ascii_digit).collect();
    let first: usize = first.parse().unwrap();
    let head = String::from_utf8_lossy(&object.stream[..first]).into_owned();
    let head: Vec<usize> =
        head.split_ascii_whitespace().map(|number| number.parse().unwrap()).collect();
    let pairs: Vec<(usize, usize)> =
        head.chunks(2).map(|pair| (pair[0], pair[1])).collect();
    let ends =
        pairs.iter().skip(1).map(|(_, at)| first + at).chain([object.stream.len()]);
    let member = |((number, at), end): (&(usize, usize), usize)| {
        let words = String::from_utf8_lossy(&object.stream[first + at..end]).into_owned();
        (*number as u32, Object { words, stream: Vec::new() })
    };
    pairs.iter().zip(ends).map(member).collect()
}

/// The text of the pages and the drawings, a line for each run in one font.
fn text(objects: &Objects) -> String {
    let mut pages: BTreeMap<u32, &Object> = BTreeMap::new();
    for page in objects.values() {
        pages.extend(reference(&page.words, "/Contents ").map(|number| (number, page)));
    }
    let mut text = String::new();
    for (number, object) in objects {
        let page = pages.get(number).copied();
        let mut owners = page.into_iter().chain([object]);
        let owner = owners.find(|owner| owner.words.contains("/Resources"));
        let Some(maps) = owner.and_then(|owner| maps(objects, owner)) else { continue };
        for (font, glyphs) in runs(&object.stream) {
            if let Some(map) = maps.get(&font) {
                text.extend(
                    glyphs.iter().filter_map(|glyph| map.get(glyph).map(String::as_str)),
                );
                text.push('\n');
            }
        }
    }
    text
}

/// The maps of the fonts that the owner of a content stream names.
fn maps(objects: &Objects, owner: &Object) -> Option<BTreeMap<String, Map>> {
    let resources = match reference(&owner.words, "/Resources ") {
        Some(at) => &objects.get(&at)?.words,
        None => &owner.words,
    };
    let fonts = resources.split_once("/Font<<")?.1.split_once(">>")?.0;
    let mut maps = BTreeMap::new();
    for font in fonts.split('/').filter(|font| !font.is_empty()) {
        let (name, _) = font.split_once(' ')?;
        let font = objects.get(&reference(font, " ")?)?;
        let own = objects.get(&reference(&font.words, "/ToUnicode ")?)?;
        maps.insert(name.to_owned(), map(&own.stream));
    }
    Some(maps)
}

/// The number of the object that stands after a key.
fn reference(words: &str, key: &str) -> Option<u32> {
    let digits = words.split_once(key)?.1;
    digits.split_once(" 0 R")?.0.parse().ok()
}

/// The runs of glyphs that a stream shows, each with the name of its font.
fn runs(stream: &[u8]) -> Vec<(String, Vec<u16>)> {
    let mut runs: Vec<(String, Vec<u16>)> = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        let glyphs = runs.last_mut().map(|run| &mut run.1);
        match (stream[at], glyphs) {
            (b'/', _) => {
                let end = stream[at..].iter().position(u8::is_ascii_whitespace);
                let end = end.map_or(stream.len(), |end| at + end);
                let name = String::from_utf8_lossy(&stream[at + 1..end]).into_owned();
                runs.push((name, Vec::new()));
                at = end;
            }
            (b'<', Some(glyphs)) if stream.get(at + 1) != Some(&b'<') => {
                let end = find(&stream[at..], b">").map_or(stream.len(), |end| at + end);
                glyphs.extend(codes(&String::from_utf8_lossy(&stream[at + 1..end])));
                at = end;
            }
            (b'(', Some(glyphs)) => at = literal(stream, at + 1, glyphs),
            _ => at += 1,
        }
    }
    runs
}

/// Reads a literal string of two-byte codes and gives the place after it.
fn literal(stream: &[u8], mut at: usize, glyphs: &mut Vec<u16>) -> usize {
    let mut bytes = Vec::new();
    while at < stream.len() && stream[at] != b')' {
        if stream[at] == b'\\' {
            at += 1;
            let octal =
                stream[at..].iter().take(3).take_while(|byte| byte.is_ascii_digit());
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
    glyphs
        .extend(bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])));
    at + 1
}

/// A font's map from glyphs to text.
fn map(stream: &[u8]) -> Map {
    let text = String::from_utf8_lossy(stream);
    let mut map = Map::new();
    let mut ranges = false;
    for line in text.lines() {
        ranges =
            (ranges || line.ends_with("beginbfrange")) && !line.ends_with("endbfrange");
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
    let code =
        |pair: &[u8]| u16::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.as_bytes().chunks_exact(4).filter_map(code).collect()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[test]
fn the_text_of_a_print_is_read() {
    let document = b"%PDF\n1 0 obj\n<</Contents 2 0 R/Resources<</Font<</f0 3 0 R>>>>>>\nendobj\n\
        2 0 obj\n<<>>stream\n/f0 1 Tf <00010002>Tj (\\000\\001)Tj\nendobj\n\
        3 0 obj\n<</ToUnicode 4 0 R>>\nendobj\n\
        4 0 obj\n<<>>stream\n2 beginbfchar\n<0001> <0041>\n<0002> <62DB>\nendbfchar\nendobj\n";
    assert!(String::from_utf8_lossy(&unpacked(document)).contains("A招A"));
}
