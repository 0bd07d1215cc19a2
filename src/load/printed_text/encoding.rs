//! The bytes of a text, in whatever encoding offices keep texts in → characters.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Characters below the space that texts have.
const LAYOUT: [char; 4] = ['\t', '\r', '\n', '\u{c}'];

/// Returns a text; `None` if it is in none of UTF-8, UTF-16 with its mark, and GB18030 with GBK and
/// GB2312, which are parts of it.
pub(crate) fn decoded(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let bytes = &bytes[mark..];
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return strict(encoding, bytes);
    }
    strict(UTF_8, bytes).or_else(|| strict(GB18030, bytes).filter(|text| is_text(text)))
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

/// Returns whether it reads as a text. Most bytes mean something in GB18030, but what is no text has
/// control characters.
fn is_text(text: &str) -> bool {
    !text.chars().any(|mark| mark.is_control() && !LAYOUT.contains(&mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_in_every_encoding() {
        let text = "到位资金５０亿元，㐀𠀀。\n";
        let (gb, ..) = GB18030.encode(text);
        let wide: Vec<u8> = "\u{feff}"
            .encode_utf16()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        let narrow = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [text.as_bytes(), &gb, &wide, &narrow] {
            assert_eq!(decoded(bytes).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_text_is_none() {
        for bytes in [&b"\xd5"[..], b"\xff\xfe\x00\xd8", b"\x81\x30\x81", b"\x00\xd5\xd0"]
        {
            assert_eq!(decoded(bytes), None, "{bytes:?}");
        }
    }
}
