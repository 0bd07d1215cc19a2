//! The bulletin as a PDF in the form of an official document: archival, accessible, self-contained.

mod blocks;
mod data;
mod lines;
mod pack;
mod tables;
mod words;
mod world;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::anyhow;
use typst::foundations::{Datetime, Smart};
use typst::syntax::Source;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::render::pdf::pack::pack;
use crate::render::pdf::world::{DocumentWorld, PdfResources};
use crate::theme::Theme;
use crate::theme::fonts::Fonts;
use crate::view::document::Document;

/// Returns what is wrong with the syntax of a theme's own templates, in words; `None` if nothing is.
pub fn template_fault(theme: &Theme) -> Option<String> {
    let mut own = theme
        .own_files()
        .filter(|(path, _)| path.starts_with("pdf/") && path.ends_with(".typ"));
    own.find_map(|(path, bytes)| {
        let source = Source::detached(String::from_utf8_lossy(bytes));
        let (errors, _) = source.root().errors_and_warnings();
        let first = errors.into_iter().next()?;
        Some(format!("{path} {}", first.message))
    })
}

/// How many documents are being set, in all presses: the typesetter has one memory.
static UNDER_WAY: AtomicUsize = AtomicUsize::new(0);
/// Minutes by which the clocks of China are ahead.
const CHINA: i32 = 480;

/// Prints documents; made once, shared by editions and threads.
pub struct PdfRenderer {
    resources: PdfResources,
    fonts: Fonts,
    theme: Theme,
    standards: PdfStandards,
}

impl PdfRenderer {
    /// Sets up the faces and templates of a theme.
    pub fn new(theme: &Theme) -> anyhow::Result<PdfRenderer> {
        let fonts = Fonts::read(theme)?;
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| anyhow!("{}", error.message()))?;
        Ok(PdfRenderer {
            resources: PdfResources::new(theme, &fonts)?,
            fonts,
            theme: theme.clone(),
            standards,
        })
    }

    /// The faces that the press prints with.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Prints a document; `drawings` is chart id → SVG, `figures` the content of `figures.json`
    /// if that is attached.
    pub fn print(
        &self,
        document: &Document,
        drawings: &BTreeMap<String, String>,
        figures: Option<&[u8]>,
    ) -> anyhow::Result<Vec<u8>> {
        Ok(pack(self.set(document, drawings, figures)?))
    }

    /// The document as the typesetter writes it.
    fn set(
        &self,
        document: &Document,
        drawings: &BTreeMap<String, String>,
        figures: Option<&[u8]>,
    ) -> anyhow::Result<Vec<u8>> {
        let options = self.options(document)?;
        let files = self.files(document, drawings, figures);
        let world = DocumentWorld::new(&self.resources, files)?;
        let _turn = Turn::begin();
        let pages = world.lay_out()?;
        typst_pdf::pdf(&pages, &options).map_err(|faults| world.failure(&faults))
    }

    fn options(&self, document: &Document) -> anyhow::Result<PdfOptions> {
        let [year, month, day] = document.stamp;
        let stamp = midnight(document.stamp)
            .ok_or_else(|| anyhow!("{year}-{month}-{day} 不是一个日期"))?;
        Ok(PdfOptions {
            ident: Smart::Custom(document.identity.clone()),
            creator: Smart::Custom(Some("tongbao".to_owned())),
            timestamp: Some(stamp),
            page_ranges: None,
            standards: self.standards.clone(),
            tagged: true,
            pretty: false,
        })
    }
}

/// The time in which a document is set. After the last of those that are set at a time the
/// typesetter forgets them all: a document has too little of another one to be worth the memory.
struct Turn;

impl Turn {
    fn begin() -> Turn {
        UNDER_WAY.fetch_add(1, Ordering::SeqCst);
        Turn
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        if UNDER_WAY.fetch_sub(1, Ordering::SeqCst) == 1 {
            comemo::evict(0);
        }
    }
}

/// The first moment of a day in China; `None` if there is no such day.
fn midnight([year, month, day]: [u16; 3]) -> Option<Timestamp> {
    let (month, day) = (month.try_into().ok()?, day.try_into().ok()?);
    let time = Datetime::from_ymd_hms(year.into(), month, day, 0, 0, 0)?;
    Timestamp::new_local(time, CHINA)
}
