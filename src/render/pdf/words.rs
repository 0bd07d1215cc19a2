//! Texts as they may reach the typesetter: no control characters, nothing without a glyph.

use crate::theme::fonts::Fonts;
use crate::words::is_unseen;

/// What stands for a character that no face holds, as printers have long done.
const MISSING: char = '〓';
/// A sign that few faces of Chinese texts have, and the one that is set for it.
const MINUS: char = '\u{2212}';
const DASH: char = '–';
/// A run without spaces longer than this may be broken anywhere, so that the line before it is not
/// stretched; the templates take the sign for that out again.
const LONG_RUN: usize = 20;
const BREAK: char = '\u{200b}';

/// A text in one line, cleaned.
pub(super) fn clean(text: &str, fonts: &Fonts) -> String {
    printable(text, fonts)
}

/// A cleaned text whose long words may be broken, for what the templates open.
pub(super) fn clean_open(text: &str, fonts: &Fonts) -> String {
    let printable = printable(text, fonts);
    if printable.len() <= LONG_RUN { printable } else { breakable(&printable) }
}

/// A drawing's source, cleaned; its lines stay.
pub(super) fn clean_drawing(source: &str, fonts: &Fonts) -> String {
    let lines: Vec<String> = source.lines().map(|line| printable(line, fonts)).collect();
    lines.join("\n")
}

fn printable(text: &str, fonts: &Fonts) -> String {
    text.chars()
        .filter(|character| !is_unseen(*character))
        .map(|character| match character {
            _ if character.is_control() || character.is_whitespace() => {
                if character == '\u{3000}' { character } else { ' ' }
            }
            _ if fonts.covers(character) => character,
            MINUS if fonts.covers(DASH) => DASH,
            _ => MISSING,
        })
        .collect()
}

fn breakable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    for character in text.chars() {
        if character.is_ascii_graphic() {
            run.push(character);
        } else {
            push_run(&mut out, &run);
            run.clear();
            out.push(character);
        }
    }
    push_run(&mut out, &run);
    out
}

fn push_run(out: &mut String, run: &str) {
    for (index, character) in run.chars().enumerate() {
        if run.len() > LONG_RUN && index > 0 {
            out.push(BREAK);
        }
        out.push(character);
    }
}
