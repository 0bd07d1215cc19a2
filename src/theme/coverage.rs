//! The characters that the faces of a theme can print.

use std::fmt::Write;

use anyhow::Context;

const PLANES: usize = 0x11_0000;

/// A set of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    words: Vec<u64>,
}

impl Default for Coverage {
    fn default() -> Coverage {
        Coverage { words: vec![0; PLANES / 64] }
    }
}

impl Coverage {
    /// Whether a character is in it.
    pub fn has(&self, character: char) -> bool {
        let code = character as usize;
        self.words[code / 64] & (1 << (code % 64)) != 0
    }

    /// Adds the characters that a font file holds.
    pub(super) fn add(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        for index in 0..ttf_parser::fonts_in_collection(bytes).unwrap_or(1) {
            let face = ttf_parser::Face::parse(bytes, index)?;
            let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
            for table in tables.filter(|table| table.is_unicode()) {
                table.codepoints(|code| {
                    // A character map may name characters whose glyph is the empty box.
                    if table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0) {
                        self.insert(code);
                    }
                });
            }
        }
        Ok(())
    }

    /// Reads a table as [`Coverage::table`] writes it.
    pub(super) fn parse(table: &str) -> anyhow::Result<Coverage> {
        let mut coverage = Coverage::default();
        for line in table.lines() {
            let (first, last) = line.split_once('-').unwrap_or((line, line));
            let code = |text| u32::from_str_radix(text, 16);
            let range = code(first).and_then(|first| Ok(first..=code(last)?));
            let range = range
                .with_context(|| format!("字体所含字符的表里有看不懂的一行“{line}”"))?;
            range.for_each(|code| coverage.insert(code));
        }
        Ok(coverage)
    }

    /// Returns it as a table: the ranges of code points, one a line.
    pub fn table(&self) -> String {
        let has = |code: &u32| {
            char::from_u32(*code).is_some_and(|character| self.has(character))
        };
        let mut codes = (0..PLANES as u32).filter(has).peekable();
        let mut table = String::new();
        while let Some(first) = codes.next() {
            let mut last = first;
            while let Some(code) = codes.next_if_eq(&(last + 1)) {
                last = code;
            }
            let _ = if first == last {
                writeln!(table, "{first:X}")
            } else {
                writeln!(table, "{first:X}-{last:X}")
            };
        }
        table
    }

    fn insert(&mut self, code: u32) {
        if let Some(word) = self.words.get_mut(code as usize / 64) {
            *word |= 1 << (code % 64);
        }
    }
}
