//! The fonts of a theme, unpacked, and the characters they can print.

use std::io::Read;
use std::sync::Arc;

use anyhow::Context;
use rayon::prelude::*;

use crate::theme::Theme;

const FOLDER: &str = "fonts/";
const PLANES: usize = 0x11_0000;

/// The bytes of one font file, shared by all users.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// Path inside the theme's folder, without `.zst`.
    pub path: String,
    /// The unpacked file.
    pub bytes: Arc<[u8]>,
}

/// All font files of a theme with the characters that at least one of them holds.
#[derive(Clone, Debug)]
pub struct Fonts {
    files: Vec<FontFile>,
    covered: Vec<u64>,
}

impl Fonts {
    /// Unpacks the theme's fonts: `.ttf`, `.otf` and `.ttc`, each also as `.zst`.
    pub fn read(theme: &Theme) -> anyhow::Result<Fonts> {
        let packed: Vec<(&str, &[u8])> =
            theme.folder(FOLDER).filter(|(path, _)| is_font(path)).collect();
        let files: Vec<FontFile> = packed
            .par_iter()
            .map(|(path, bytes)| {
                unpack(path, bytes).with_context(|| format!("读不出主题字体 {path}"))
            })
            .collect::<anyhow::Result<_>>()?;
        let mut fonts = Fonts { files, covered: vec![0; PLANES / 64] };
        for file in &fonts.files {
            cover(&file.bytes, &mut fonts.covered)
                .with_context(|| format!("主题字体 {} 不是可用的字体", file.path))?;
        }
        Ok(fonts)
    }

    /// The font files, by path in order.
    pub fn files(&self) -> &[FontFile] {
        &self.files
    }

    /// Returns whether at least one font has a glyph for the character; otherwise it prints as 〓.
    pub fn covers(&self, character: char) -> bool {
        let code = character as usize;
        self.covered[code / 64] & (1 << (code % 64)) != 0
    }
}

fn is_font(path: &str) -> bool {
    let bare = path.strip_suffix(".zst").unwrap_or(path).to_lowercase();
    [".ttf", ".otf", ".ttc"].iter().any(|end| bare.ends_with(end))
}

fn unpack(path: &str, bytes: &[u8]) -> anyhow::Result<FontFile> {
    let Some(bare) = path.strip_suffix(".zst") else {
        return Ok(FontFile { path: path.to_owned(), bytes: bytes.into() });
    };
    let mut unpacked = Vec::new();
    ruzstd::decoding::StreamingDecoder::new(bytes)?.read_to_end(&mut unpacked)?;
    Ok(FontFile { path: bare.to_owned(), bytes: unpacked.into() })
}

fn cover(bytes: &[u8], covered: &mut [u64]) -> anyhow::Result<()> {
    for index in 0..ttf_parser::fonts_in_collection(bytes).unwrap_or(1) {
        let face = ttf_parser::Face::parse(bytes, index)?;
        let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
        for table in tables.filter(|table| table.is_unicode()) {
            table.codepoints(|code| {
                // A character map may name characters whose glyph is the empty box.
                let real = table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0);
                if real && let Some(word) = covered.get_mut(code as usize / 64) {
                    *word |= 1 << (code % 64);
                }
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn the_built_in_faces_cover_official_chinese_and_nothing_beyond() {
        let fonts = Fonts::read(&Theme::builtin()).unwrap();
        assert_eq!(fonts.files().len(), 6);
        for character in "巫山县招商引资〔2023〕6号：“通报”—●〓①㎡%A𬭊".chars()
        {
            assert!(fonts.covers(character), "{character} is missing");
        }
        for character in ['龘', '😀', '\u{e000}', '\u{7}'] {
            assert!(!fonts.covers(character), "{character:?} is there");
        }
    }

    #[test]
    fn a_broken_font_of_a_theme_is_named() {
        let broken = BTreeMap::from([("fonts/own.ttf".to_owned(), vec![1, 2, 3])]);
        let error = Fonts::read(&Theme::with(broken).unwrap()).unwrap_err();
        assert!(format!("{error:#}").contains("fonts/own.ttf"), "{error:#}");
    }
}
