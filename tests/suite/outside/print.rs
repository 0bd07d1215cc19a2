//! The papers of the shipped books as poppler reads them: pages, words with their places, lines.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::outside::{SITE, told};
use crate::stage::files;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A page, from 1.
pub(super) struct Page {
    pub(super) number: usize,
    pub(super) is_upright: bool,
    pub(super) words: Vec<Word>,
}

/// A word on a page: its box in millimetres, and its text.
#[derive(Clone)]
pub(super) struct Word {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) text: String,
}

impl Page {
    /// The words above the foot.
    pub(super) fn body(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| word.bottom < 265.0)
    }

    /// All that stands above the foot, without spaces.
    pub(super) fn text(&self) -> String {
        self.body().map(|word| word.text.as_str()).collect()
    }

    /// The lines above the foot, each without spaces.
    pub(super) fn lines(&self) -> Vec<Word> {
        let mut lines: Vec<Word> = Vec::new();
        for word in self.body() {
            let line = lines.iter_mut().find(|line| (line.top - word.top).abs() < 2.0);
            match line {
                Some(line) => {
                    line.text += &word.text;
                    line.left = line.left.min(word.left);
                    line.right = line.right.max(word.right);
                }
                None => lines.push(word.clone()),
            }
        }
        lines
    }

    /// Whether it is the first page of an annex.
    pub(super) fn begins_annex(&self) -> bool {
        let first = self.words.first();
        let label = |word: &Word| {
            let number = word.text.strip_prefix("附件").unwrap_or("?");
            number.chars().all(|sign| sign.is_ascii_digit())
        };
        first.is_some_and(label)
    }
}

/// The pages of a paper.
pub(super) fn pages(document: &Path) -> Vec<Page> {
    let boxes = told(Command::new("pdftotext").arg("-bbox").arg(document).arg("-"));
    let page = |(page, number): (&str, usize)| Page {
        number,
        is_upright: page.starts_with("width=\"595"),
        words: page.split("<word ").skip(1).map(word).collect(),
    };
    boxes.split("<page ").skip(1).zip(1..).map(page).collect()
}

fn word(line: &str) -> Word {
    let number = |key: &str| {
        let after = line.split_once(&format!("{key}=\"")).unwrap().1;
        after.split('"').next().unwrap().parse::<f64>().unwrap() / MM
    };
    let text = line.split_once('>').unwrap().1.split("</word>").next().unwrap();
    Word {
        left: number("xMin"),
        right: number("xMax"),
        top: number("yMin"),
        bottom: number("yMax"),
        text: text.to_owned(),
    }
}

/// Every paper of every shipped edition.
pub(super) fn papers() -> Vec<PathBuf> {
    let names = files(&SITE.out()).into_iter().map(|(path, _)| SITE.out().join(path));
    names.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect()
}

/// The document of every shipped edition.
pub(super) fn documents() -> Vec<PathBuf> {
    papers().into_iter().filter(|path| path.ends_with("bulletin.pdf")).collect()
}
