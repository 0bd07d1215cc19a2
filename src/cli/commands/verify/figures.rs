//! `tongbao verify --text --book --period`: the numbers and statements of a text beside the data.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use crate::claims::against::{Told, told};
use crate::claims::found_claim::Spot;
use crate::claims::reading::{Left, others};
use crate::claims::statements::{Stated, stated};
use crate::claims::typed::{Typed, of_text};
use crate::cli::console::print;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::{Findings, block};
use crate::diagnostic::plain::plain_line;
use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::printed::text::PrintedText;
use crate::model::value::period::Period;
use crate::sheet::Sheet;
use crate::words::date;

/// What the data says of a text.
pub(super) struct Account {
    period: String,
    told: Vec<Told>,
    /// With their lines.
    stated: Vec<(usize, Stated)>,
    unread: Vec<Left>,
}

/// Holds a text against one edition of a book: the newest one if no period is named.
pub(super) fn account(
    text: &PrintedText,
    arguments: &DataArguments,
    period: Option<&Period>,
) -> Result<Account> {
    let data = Data::open(arguments)?;
    data.progress.end();
    let findings = data.complain_of(&Findings::of_records(&data.loaded).reported);
    if block(&findings, false) {
        bail!("数据有错，不能核对；先改好");
    }
    let [book] = data.loaded.books.as_slice() else {
        bail!("数据里有几个账本，用 --book 写是哪一个");
    };
    let period = match period.or_else(|| newest(book)) {
        Some(period) => period,
        None => {
            return Err(anyhow!("账本“{}”还没有通报，用 --period 写是哪一期", book.id));
        }
    };
    let until = book.counted_until().unwrap_or(period.end()).max(period.end());
    let basis = Basis::of(book, until);
    let figures = basis.figures(period);
    let sheet = Sheet::alone(&basis, &figures);
    let before = book.edition_before(period).map(|period| basis.figures(period));
    let before = before.as_ref().map(|figures| Sheet::alone(&basis, figures));
    let typed = of_text(text);
    let told = told(text, &typed, &sheet);
    let mut used: BTreeSet<Spot> = told.iter().map(|told| told.spot).collect();
    let stated = stated(&typed, &sheet, before.as_ref());
    for stated in &stated {
        let start = stated.span.start as usize;
        let inside = start..start + stated.span.len();
        let amounts = typed.iter().filter(|typed| typed.index == stated.sentence);
        let spots = amounts.flat_map(Typed::amounts).map(|amount| amount.spot);
        used.extend(spots.filter(
            |spot| matches!(spot, Spot::Sentence(_, start) if inside.contains(start)),
        ));
    }
    let stated = stated.into_iter().map(|stated| {
        let sentence = text.sentences.get(stated.sentence);
        let line = sentence.map(|one| one.line_at(stated.span.start as usize));
        (line.unwrap_or_default(), stated)
    });
    Ok(Account {
        period: date::period(period),
        stated: stated.collect(),
        unread: others(text, &used),
        told,
    })
}

fn newest(book: &Book) -> Option<&Period> {
    let periods = book.editions.iter().map(|edition| &edition.record.card.period);
    periods.max_by_key(|period| period.end())
}

impl Account {
    /// Returns whether anything was read.
    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty() && self.stated.is_empty()
    }

    /// Returns whether the data has the number at a place as it is printed.
    pub(super) fn has(&self, spot: Spot) -> bool {
        self.told.iter().any(|told| told.spot == spot && told.is_same)
    }

    /// Returns how much of it the data contradicts.
    pub(super) fn wrong(&self) -> usize {
        let told = self.told.iter().filter(|told| !told.is_same).count();
        told + self.unmet().count()
    }

    fn unmet(&self) -> impl Iterator<Item = &(usize, Stated)> {
        self.stated.iter().filter(|(_, stated)| stated.instead.is_some())
    }

    /// Prints a line for each number and statement; only the wrong ones if `is_brief`.
    pub(super) fn print(&self, file: &Path, is_brief: bool) -> Result<()> {
        let told = self.told.iter().map(|told| (told.line, told.is_same, worded(told)));
        let stated = self.stated.iter().map(|(line, stated)| {
            let Stated { text, instead, .. } = stated;
            let said = match instead {
                Some(instead) => format!("“{text}”：{instead}"),
                None => format!("“{text}”：与数据相符"),
            };
            (*line, instead.is_none(), said)
        });
        let unread = self.unread.iter();
        let unread = unread
            .map(|left| (left.line, true, format!("{}：没有读出是哪个数", left.text)));
        let mut lines: Vec<(usize, bool, String)> =
            told.chain(stated).chain(unread).collect();
        lines.sort_by_key(|(line, ..)| *line);
        for (line, _, said) in lines.iter().filter(|(_, fine, _)| !(*fine && is_brief)) {
            let said = format!("{}:{line}: {said}", file.display());
            print(&format!("{}\n", plain_line(&said)))?;
        }
        Ok(())
    }

    /// Returns the counts in words.
    pub(super) fn closing(&self) -> String {
        let Account { period, told, stated, unread } = self;
        let same = told.iter().filter(|told| told.is_same).count();
        let differing = told.len() - same;
        let mut text = format!(
            "与{period}的数据核对了{}个数：{same}个相同，{differing}个不同",
            told.len()
        );
        if !stated.is_empty() {
            let unmet = self.unmet().count();
            text += &format!("；核对了{}句话：{unmet}句不符", stated.len());
        }
        text + &format!("；另有{}个数没有读出是哪个数\n", unread.len())
    }
}

fn worded(told: &Told) -> String {
    let Told { printed, what, figure, ours, is_same, .. } = told;
    if *is_same {
        return format!("{what}印{printed}，与数据相同（{figure}）");
    }
    format!("{what}印{printed}，数据是{ours}（{figure}）")
}
