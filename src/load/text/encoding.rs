//! The bytes of a file → its text.

use crate::load::text::fault::fault;
use crate::model::dictionary::Fault;

/// Decodes the bytes of a file; the error says why that is impossible.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, (String, Fault)> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let text = String::from_utf8_lossy(bytes).into_owned();
        let help =
            format!("用文本编辑器打开，另存为 UTF-8 编码（{}）", likely(bytes, at));
        let problem = "文件不是 UTF-8 编码，从这里起读不出汉字";
        let fault = fault("not-utf8", at, at + 3, problem, &help);
        (text, fault)
    })
}

/// Returns a note about a BOM, which is harmless.
pub(crate) fn bom(text: &str) -> Option<Fault> {
    let help = "保存时选“UTF-8”而不是“带 BOM 的 UTF-8”";
    text.starts_with('\u{feff}').then(|| {
        fault("byte-order-mark", 0, 3, "文件开头有 BOM（看不见的三个字节）", help)
    })
}

/// Returns what the encoding is likely to be, where the first bytes that are no UTF-8 are given.
fn likely(bytes: &[u8], at: usize) -> &'static str {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if bytes.starts_with(&[0xff, 0xfe])
        || bytes.starts_with(&[0xfe, 0xff])
        || zeros * 8 > bytes.len()
    {
        return "现在是 UTF-16，记事本里叫“Unicode”或“UTF-16”";
    }
    if !is_gbk(&bytes[at..]) {
        return "现在的编码认不出来，也可能文件坏了；坏了的从提交历史里取回";
    }
    if bytes[..at].is_ascii() {
        return "多半是存成了 GBK，记事本里叫“ANSI”";
    }
    "前面是 UTF-8，这里多半是 GBK：两种编码的内容拼在了一起，这一段重新录入"
}

/// Returns whether the bytes up to the end of the line may be GBK.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut line = bytes.iter().take_while(|byte| **byte != b'\n');
    while let Some(byte) = line.next() {
        let is_pair = |second: &u8| (0x40..=0xfe).contains(second) && *second != 0x7f;
        match byte {
            0..=0x7f => {}
            0x81..=0xfe if line.next().is_some_and(is_pair) => {}
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_fits_the_encoding() {
        for (bytes, word) in [
            (&b"\xff\xfeN\x00"[..], "UTF-16"),
            (b"\xd6\x00\xd0\x00\x2e\x00", "UTF-16"),
            (b"a: \xd6\xd0\xce\xc4\n", "“ANSI”"),
            ("名: \u{4e2d}\n".as_bytes(), ""),
            (b"\xe4\xb8\xad: \xd6\xd0\xce\xc4\n", "拼在了一起"),
            (b"\xff\xff\xff", "认不出来"),
        ] {
            let help = decode(bytes.to_vec())
                .map_or_else(|(_, fault)| fault.help, |_| String::new());
            assert!(help.contains(word), "{help}");
        }
    }
}
