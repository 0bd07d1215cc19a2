//! Text from data in a comment: it says the same, and is no markup, no link, and addresses nobody.

use crate::words::plain;

/// Stands where text would call somebody or link something; a comment shows nothing for it.
///
/// GitHub looks for names and references after entities and escapes are resolved, so that these
/// alone hide nothing from it.
const BREAK: &str = "&#8203;";

/// Prefixes of references to issues and advisories.
const PREFIXES: [&str; 3] = ["gh-", "ghsa-", "cve-"];

/// From so many hexadecimal digits on, a word may name a commit.
const COMMIT: usize = 7;

/// Returns text as Markdown that says the same.
pub(super) fn neutral(text: &str) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = list_number(&text, &mut out);
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_alphanumeric() {
            word(rest, &mut out)
        } else {
            mark(first, &mut out);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    out
}

/// Writes what would begin a list, or a block of code, at the start of a line; returns the rest.
fn list_number<'a>(text: &'a str, out: &mut String) -> &'a str {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text.as_bytes()[digits..] {
        [b'.'] | [b'.', b' ', ..] if digits > 0 => out.extend([&text[..digits], "\\."]),
        [b' ', ..] if digits == 0 => out.push_str("&#32;"),
        [b'-' | b'+', ..] if digits == 0 => out.extend(["\\", &text[..1]]),
        _ => return text,
    }
    &text[digits + 1..]
}

/// Writes a word of ASCII letters and digits with its breaks; returns its length.
fn word(text: &str, out: &mut String) -> usize {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let is_hexadecimal = word.bytes().all(|byte| byte.is_ascii_hexdigit());
    if end >= COMMIT && is_hexadecimal {
        for (at, c) in word.char_indices() {
            if at > 0 && at % (COMMIT - 1) == 0 {
                out.push_str(BREAK);
            }
            out.push(c);
        }
        return end;
    }
    out.push_str(word);
    let with_mark = text.get(..end + 1).unwrap_or("").to_ascii_lowercase();
    let is_address = word.eq_ignore_ascii_case("www");
    if is_address || PREFIXES.contains(&with_mark.as_str()) {
        out.push_str(BREAK);
    }
    end
}

/// Writes a character that is no ASCII letter or digit.
fn mark(c: char, out: &mut String) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '|' => out.push_str("&#124;"),
        // Names, issues, requests, addresses and little pictures begin with these.
        '@' | '#' | '!' | ':' => out.extend([&*c.to_string(), BREAK]),
        '\\' | '`' | '*' | '_' | '[' | ']' | '(' | ')' | '~' | '$' => {
            out.extend(['\\', c]);
        }
        '\n' => out.push(' '),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn text_from_data_is_no_markup() {
        let text = neutral("[a](http://b) <script> @who #1 | `x`\n# y");
        for mark in ["](", "<", "@w", " #1", "|", "http:/", "\n"] {
            assert!(!text.contains(mark), "{mark} in {text}");
        }
        assert_eq!(neutral("- 甲-乙"), "\\- 甲-乙");
        assert_eq!(neutral("2023. 年"), "2023\\. 年");
        assert_eq!(neutral("3.20→3.40亿元"), "3.20→3.40亿元");
        assert_eq!(neutral("    甲"), "&#32;   甲");
    }

    #[test]
    fn what_github_would_link_is_broken_where_nobody_sees_it() {
        for (text, expected) in [
            ("@a/b", "@|a/b"),
            ("a/b#1", "a/b#|1"),
            ("a/b!1", "a/b!|1"),
            ("GH-7", "GH|-7"),
            ("www.b.cn", "www|.b.cn"),
            ("11bd719", "11bd71|9"),
            ("1200万元", "1200万元"),
            ("ws-2023-001", "ws-2023-001"),
        ] {
            assert_eq!(neutral(text), expected.replace('|', "&#8203;"));
        }
    }
}
