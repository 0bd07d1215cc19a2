//! Text in a drawing: what may stand in it, how wide it is about, where it breaks.

use crate::words::is_unseen;

/// What stands in an empty drawing.
pub(crate) const NOTHING: &str = "暂无数据";

/// Text that XML can hold, on one line: control characters become blanks.
pub(crate) fn clean(text: &str) -> String {
    let shown = text.chars().filter(|c| !is_unseen(*c)).map(|c| match c {
        '\u{fffe}' | '\u{ffff}' => ' ',
        c if c.is_control() => ' ',
        c => c,
    });
    let mut text = String::with_capacity(text.len());
    text.extend(shown);
    match text.trim() {
        trimmed if trimmed.len() == text.len() => text,
        trimmed => trimmed.to_owned(),
    }
}

/// Text as content or as a value of an attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Width of text, about: fonts differ, so what is laid out by it keeps a margin.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// The widest of several texts.
pub(crate) fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}

fn advance(c: char) -> f64 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | 'i' | 'l' | 'j' => 0.3,
        '%' | 'W' | 'M' | 'm' | 'w' | '@' => 0.94,
        'A'..='Z' | '&' | '+' | '<' | '>' | '=' => 0.7,
        '\u{20}'..='\u{7e}' => 0.58,
        // Chinese faces set the middle dot as wide as a character.
        '·' => 1.0,
        '\u{a0}'..='\u{2ff}' => 0.65,
        _ => 1.0,
    }
}

/// Breaks text into as few lines as fit, all about equally long; never an empty list.
pub(crate) fn wrap(text: &str, size: f64, limit: f64) -> Vec<String> {
    let fewest = greedy(text, size, limit);
    let count = fewest.len();
    if count < 2 {
        return fewest;
    }
    let mut even = width(text, size) / count as f64;
    while even < limit {
        let lines = greedy(text, size, even);
        if lines.len() == count {
            return lines;
        }
        even += size / 2.0;
    }
    fewest
}

fn greedy(text: &str, size: f64, limit: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0.0;
    for piece in pieces(text) {
        let wide = width(&piece, size);
        if used + wide > limit + 0.01 && used > 0.0 {
            lines.push(String::new());
            used = 0.0;
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece);
        }
        used += wide;
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// The parts between which a line may break: after each Han character, not inside a word
/// of up to twelve letters, not before closing punctuation or after opening punctuation.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in text.chars() {
        let joined = pieces.last().is_some_and(|piece| {
            let last = piece.chars().next_back().unwrap_or(' ');
            let word = c.is_ascii_graphic() && last.is_ascii_graphic();
            let closing = "，。、；：）》」”’%·".contains(c);
            let opening = "（《「“‘".contains(last);
            (word || closing || opening) && piece.chars().count() < 12
        });
        match pieces.last_mut() {
            Some(piece) if joined => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}
