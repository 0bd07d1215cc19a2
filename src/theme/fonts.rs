//! The fonts of a theme, unpacked, and the characters they can print.

use std::sync::Arc;

use anyhow::{Context, anyhow};
use rayon::prelude::*;

use crate::theme::Theme;
use crate::theme::coverage::Coverage;

/// The folder of a theme that holds its fonts.
const FOLDER: &str = "fonts/";
/// The ending of fonts that are packed.
const PACKED: &str = ".woff2";
/// The characters of the built-in faces: a range of code points a line.
const TABLE: &str = "fonts/covered.txt";

/// The bytes of one font file, shared by all users.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// Path inside the theme's folder.
    pub path: String,
    /// The file, unpacked.
    pub bytes: Arc<[u8]>,
}

/// All font files of a theme with the characters that at least one of them holds.
#[derive(Clone, Debug)]
pub struct Fonts {
    files: Vec<FontFile>,
    coverage: Coverage,
}

impl Fonts {
    /// Reads the theme's fonts: `.ttf`, `.otf`, `.ttc`, and `.woff2`, which are unpacked.
    pub fn read(theme: &Theme) -> anyhow::Result<Fonts> {
        let packed: Vec<(&str, &[u8])> =
            theme.folder(FOLDER).filter(|(path, _)| is_font(path)).collect();
        let files: Vec<FontFile> = packed
            .par_iter()
            .map(|(path, bytes)| {
                unpack(path, bytes).with_context(|| format!("读不出主题字体 {path}"))
            })
            .collect::<anyhow::Result<_>>()?;
        let mut coverage = Coverage::default();
        for file in &files {
            coverage
                .add(&file.bytes)
                .with_context(|| format!("主题字体 {} 不是可用的字体", file.path))?;
        }
        Ok(Fonts { files, coverage })
    }

    /// The font files, by path in order.
    pub fn files(&self) -> &[FontFile] {
        &self.files
    }

    /// Returns whether at least one font has a glyph for the character; otherwise it prints as 〓.
    pub fn covers(&self, character: char) -> bool {
        self.coverage.has(character)
    }
}

/// Returns what the faces of a theme cover; only faces that are not the built-in ones are
/// unpacked for it.
pub fn coverage(theme: &Theme) -> anyhow::Result<Coverage> {
    let is_face = |(path, _): &(&str, &[u8])| is_font(path);
    let builtin = Theme::builtin();
    if theme.folder(FOLDER).filter(is_face).eq(builtin.folder(FOLDER).filter(is_face)) {
        Coverage::parse(&builtin.text(TABLE))
    } else {
        Ok(Fonts::read(theme)?.coverage)
    }
}

fn is_font(path: &str) -> bool {
    let path = path.to_lowercase();
    [".ttf", ".otf", ".ttc", PACKED].iter().any(|end| path.ends_with(end))
}

fn unpack(path: &str, bytes: &[u8]) -> anyhow::Result<FontFile> {
    let bytes = if path.to_lowercase().ends_with(PACKED) {
        let unpacked = wuff::decompress_woff2(bytes);
        unpacked.map_err(|_| anyhow!("不是完整的 WOFF2 文件"))?.into()
    } else {
        bytes.into()
    };
    Ok(FontFile { path: path.to_owned(), bytes })
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

    /// Where it fails, write the table anew with `RENEW_COVERAGE=1`.
    #[test]
    fn the_table_says_what_the_built_in_faces_hold() {
        let fonts = Fonts::read(&Theme::builtin()).unwrap();
        let table = fonts.coverage.table();
        if std::env::var_os("RENEW_COVERAGE").is_some() {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/");
            std::fs::write(format!("{folder}{TABLE}"), &table).unwrap();
            return;
        }
        assert!(Theme::builtin().text(TABLE) == table, "{TABLE} is out of date");
        assert!(coverage(&Theme::builtin()).unwrap() == fonts.coverage);
    }

    #[test]
    fn a_broken_font_of_a_theme_is_named() {
        for path in ["fonts/own.ttf", "fonts/own.woff2"] {
            let broken = BTreeMap::from([(path.to_owned(), vec![1, 2, 3])]);
            let error = Fonts::read(&Theme::with(broken).unwrap()).unwrap_err();
            assert!(format!("{error:#}").contains(path), "{error:#}");
        }
    }
}
