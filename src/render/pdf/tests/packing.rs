//! What packing keeps: every object of a document; and whatever is no document stays as it is.

use std::collections::BTreeMap;
use std::io::Read;

use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::{prop_assert, prop_assert_eq, proptest};

use crate::render::pdf::pack::pack;
use crate::render::pdf::tests::{RENDERER, sample};

/// The bodies of a document's objects by their numbers.
type Objects = BTreeMap<usize, Vec<u8>>;

fn find(bytes: &[u8], words: &str) -> usize {
    let words = words.as_bytes();
    bytes.windows(words.len()).position(|part| part == words).unwrap()
}

/// The number that stands after some words.
fn after(bytes: &[u8], words: &str) -> usize {
    let rest = &bytes[find(bytes, words) + words.len()..];
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&rest[..digits]).unwrap().parse().unwrap()
}

/// The bytes from where a document says that its references are.
fn references(bytes: &[u8]) -> &[u8] {
    let last = bytes.len() - 30.min(bytes.len());
    &bytes[after(&bytes[last..], "startxref\n")..]
}

/// The body of the object that begins here.
fn body(object: &[u8]) -> Vec<u8> {
    let body = &object[find(object, "obj") + 3..];
    body[..find(body, "\nendobj")].trim_ascii().to_vec()
}

/// The objects of a document as the typesetter writes it.
fn written(bytes: &[u8]) -> Objects {
    let table = references(bytes);
    let table = std::str::from_utf8(&table[..find(table, "trailer")]).unwrap();
    let lines = table.lines().skip(2).enumerate().filter(|(_, line)| line.contains('n'));
    lines
        .map(|(name, line)| (name, body(&bytes[line[..10].parse().unwrap()..])))
        .collect()
}

/// The content of the stream that begins here.
fn inflated(stream: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let data = &stream[find(stream, "stream\n") + 7..];
    let mut decoder = flate2::read::ZlibDecoder::new(data);
    decoder.read_to_end(&mut content).unwrap();
    content
}

/// The number and the body of an object inside a stream of objects.
fn within(stream: &[u8], index: usize) -> (usize, Vec<u8>) {
    let (content, first) = (inflated(stream), after(stream, "/First "));
    let heads = std::str::from_utf8(&content[..first]).unwrap();
    let heads: Vec<usize> =
        heads.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let end = heads.get(2 * index + 3).map_or(content.len(), |start| first + start);
    let body = &content[first + heads[2 * index + 1]..end];
    (heads[2 * index], body.trim_ascii().to_vec())
}

/// The objects of a packed document without those that pack the others.
fn packed(bytes: &[u8]) -> Objects {
    let mut line = [0_u8; 7];
    let mut lines = Vec::new();
    for row in inflated(references(bytes)).chunks_exact(8) {
        assert_eq!(row[0], 2, "a line of differences");
        for (byte, difference) in line.iter_mut().zip(&row[1..]) {
            *byte = byte.wrapping_add(*difference);
        }
        let field = u32::from_be_bytes(line[1..5].try_into().unwrap()) as usize;
        let index = u16::from_be_bytes(line[5..].try_into().unwrap());
        lines.push((line[0], field, usize::from(index)));
    }
    let mut objects = Objects::new();
    for (name, (kind, field, index)) in lines.iter().enumerate() {
        match kind {
            1 => drop(objects.insert(name, body(&bytes[*field..]))),
            2 => {
                let (inner, body) = within(&bytes[lines[*field].1..], *index);
                assert_eq!(inner, name);
                objects.insert(name, body);
            }
            _ => {}
        }
    }
    let packing = ["<</Type/ObjStm", "<</Type/XRef"].map(str::as_bytes);
    objects.retain(|_, body| !packing.iter().any(|start| body.starts_with(start)));
    objects
}

/// A small document in the form that the typesetter writes.
fn small(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", objects.len() + 1);
    for (body, name) in objects.iter().zip(1..) {
        table += &format!("{:010} 00000 n\r\n", out.len());
        out.extend(format!("{name} 0 obj\n{body}\nendobj\n\n").bytes());
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.extend(format!("{table}trailer\n<</Size {size}{trailer}>>\n").bytes());
    out.extend(format!("startxref\n{start}\n%%EOF").bytes());
    out
}

const OBJECTS: [&str; 6] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
    "<</Length 9>>\nstream\n0 0 m 1 l\nendstream",
    "[/ICCBased 4 0 R]",
    "(2023\\))",
];
const TRAILER: &str = "/Root 1 0 R/ID[(a)(b)]";

#[test]
fn a_packed_document_holds_the_same_objects() {
    let print =
        RENDERER.set(&sample::document(), &sample::drawings(), Some(b"{}")).unwrap();
    for bytes in [small(&OBJECTS, TRAILER), print] {
        let out = pack(bytes.clone());
        assert!(out != bytes && packed(&out) == written(&bytes));
        let keys = references(&bytes);
        let keys = &keys[find(keys, "/Root")..find(keys, ">>\nstartxref")];
        find(references(&out), std::str::from_utf8(keys).unwrap());
    }
}

#[test]
fn a_print_becomes_much_smaller() {
    let bytes =
        RENDERER.set(&sample::document(), &sample::drawings(), Some(b"{}")).unwrap();
    assert!(pack(bytes.clone()).len() * 10 < bytes.len() * 7, "{}", bytes.len());
}

#[test]
fn what_the_typesetter_does_not_write_stays_as_it_is() {
    let whole = small(&OBJECTS, TRAILER);
    for end in 0..whole.len() {
        assert!(pack(whole[..end].to_vec()) == whole[..end], "cut at {end}");
    }
    let older = String::from_utf8_lossy(&whole).replace("1.7", "1.4").into_bytes();
    let elsewhere = ["/Prev 9", "/XRefStm 9", "/Encrypt 5 0 R"]
        .map(|key| small(&OBJECTS, &format!("{TRAILER}{key}")));
    let doubtful = ["(endobj)", "<<>>\nstream\nx", "1\nendobj\n9 0 obj\n2"]
        .map(|body| small(&[OBJECTS[0], body], TRAILER));
    let others = [older, small(&OBJECTS, ""), small(&[], TRAILER), Vec::new()];
    for bytes in elsewhere.into_iter().chain(doubtful).chain(others) {
        assert!(pack(bytes.clone()) == bytes, "{}", String::from_utf8_lossy(&bytes));
    }
}

/// A change to the bytes of a document: what stands from here on for so long becomes this.
fn edit() -> impl Strategy<Value = (prop::sample::Index, usize, Vec<u8>)> {
    let words =
        ["endobj", "1 0 obj\n", "xref\n0 9\n", "trailer\n<<", ">>", "\r\n", "0", "9"];
    let word = prop::sample::select(words.map(|word| word.as_bytes().to_vec()).to_vec());
    let bytes = prop::collection::vec(any::<u8>(), 0..4);
    (any::<prop::sample::Index>(), 0_usize..12, proptest::prop_oneof![word, bytes])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn a_damaged_document_loses_nothing_more(edits in prop::collection::vec(edit(), 1..4)) {
        let mut bytes = small(&OBJECTS, TRAILER);
        for (place, length, words) in edits {
            let start = place.index(bytes.len());
            let end = bytes.len().min(start + length);
            bytes.splice(start..end, words);
        }
        let out = pack(bytes.clone());
        if out != bytes {
            prop_assert_eq!(packed(&out), written(&bytes));
        }
    }

    #[test]
    fn garbage_stays_as_it_is(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(pack(bytes.clone()) == bytes);
    }
}
