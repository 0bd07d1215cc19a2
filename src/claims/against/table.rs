//! The numbers of a table: the heads of the columns say what they are of, the names of the rows whose
//! they are.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::claims::against::candidate::Candidate;
use crate::claims::against::lexicon::{Lexicon, Named};
use crate::claims::against::part::Said;
use crate::claims::against::reader::Reader;
use crate::claims::against::time::Time;
use crate::claims::against::word::Word;
use crate::claims::found_claim::Spot;
use crate::claims::number::plain::Plain;
use crate::claims::number::scan::{amounts, number};
use crate::claims::number::unit::{Dimension, Unit};
use crate::model::book::scope::Scope;
use crate::model::printed::text::PrintedTable;
use crate::model::value::quantity::Base;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};

/// Words of a unit above a table: 单位：亿元.
pub(super) const UNIT: [&str; 2] = ["单位：", "单位:"];

/// A column with what its head says.
struct Column {
    indicator: String,
    said: Said,
    dimension: Dimension,
    /// The power of ten by which its numbers are smaller than the largest unit.
    smaller: u32,
}

/// Reads the `index`th table; `title` and `unit` are what stands above it, perhaps in one line.
pub(super) fn read_table(
    index: usize,
    table: &PrintedTable,
    [title, unit]: [&str; 2],
    lexicon: &Lexicon,
    sheet: &Sheet,
) -> Vec<Candidate> {
    let heads: Vec<Head> =
        table.heads.iter().map(|head| Head::of(head, lexicon)).collect();
    let titled = Head::of(&bare(title), lexicon);
    let time = titled.reader.time;
    let named: BTreeSet<&String> = heads.iter().filter_map(Head::indicator).collect();
    // Where no head names an indicator, the title may, if it says nothing else.
    let of_title =
        titled.indicator().filter(|_| named.is_empty() && !titled.reader.is_lost);
    let only = named.first().filter(|_| named.len() == 1).copied().or(of_title);
    let unit = UNIT.iter().find_map(|word| Some(unit.split_once(word)?.1));
    let columns = |only: Option<&String>| -> Vec<Option<Column>> {
        heads.iter().map(|head| head.column(only, unit, time, sheet)).collect()
    };
    let of_heads = columns(only);
    let of_all = match titled.reader.scopes.as_slice() {
        [scope] if named.is_empty() && !titled.reader.is_lost => Some(scope),
        _ => None,
    };
    let mut candidates = Vec::new();
    for (row, printed) in table.rows.iter().enumerate() {
        let own = scope_of(&printed.cells, lexicon);
        let indicator =
            printed.cells.first().and_then(|name| indicator_of(name, lexicon));
        let (scope, columns) = match (own, of_all, indicator) {
            (Some(scope), ..) => (scope, &of_heads),
            // A row may be about an indicator, where the title says whose.
            (None, Some(scope), Some(indicator)) => {
                (scope.clone(), &columns(Some(indicator)))
            }
            _ => continue,
        };
        for (at, cell) in printed.cells.iter().enumerate() {
            let Some(Some(column)) = columns.get(at) else { continue };
            let Some((value, dimension)) = column.value(cell) else { continue };
            candidates.push(Candidate {
                spot: Spot::Cell(index, row, at),
                line: printed.line,
                printed: cell.trim().to_owned(),
                value,
                dimension,
                scope: scope.clone(),
                indicator: column.indicator.clone(),
                said: column.said,
            });
        }
    }
    candidates
}

/// Returns the indicator that a cell names.
fn indicator_of<'a>(cell: &str, lexicon: &'a Lexicon) -> Option<&'a String> {
    match lexicon.called(&cell.trim().replace([' ', '\u{3000}'], ""))? {
        Named::Indicator(indicator) => Some(indicator),
        Named::Scope(_) => None,
    }
}

/// Returns the words of a title: without its number, and without what stands in brackets.
fn bare(title: &str) -> String {
    let begins = |mark: char| "附件表0123456789一二三四五六七八九十 ：:-".contains(mark);
    let words = title.trim_start_matches(begins);
    words.split(['（', '(', '）', ')']).step_by(2).collect()
}

/// Returns whom a row is about: every cell before its first number has to be a name.
fn scope_of(cells: &[String], lexicon: &Lexicon) -> Option<Scope> {
    let mut scope = None;
    for cell in cells.iter().map(|cell| cell.trim().replace([' ', '\u{3000}'], "")) {
        let plain = Plain::of(&cell);
        let is_number = plain.text().starts_with(|mark: char| mark.is_ascii_digit());
        match lexicon.called(&cell) {
            Some(Named::Scope(named)) => scope = Some(named.clone()),
            _ if cell.is_empty() => {}
            // A number before the name counts the rows.
            _ if is_number && scope.is_none() => {}
            _ if is_number => break,
            _ if scope.is_some() => break,
            _ => return None,
        }
    }
    scope
}

/// The head of a column.
struct Head<'a> {
    reader: Reader<'a>,
    unit: Option<Unit>,
}

impl<'a> Head<'a> {
    fn of(head: &str, lexicon: &'a Lexicon) -> Head<'a> {
        let mut reader = Reader::new(lexicon, Time::Unsaid);
        let (words, unit) = parted(head);
        reader.read(&words);
        Head { reader, unit }
    }

    fn indicator(&self) -> Option<&String> {
        match self.reader.indicators.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Returns what the column holds; `only` is the one indicator that the table names.
    fn column(
        &self,
        only: Option<&String>,
        unit: Option<&str>,
        time: Time,
        sheet: &Sheet,
    ) -> Option<Column> {
        let reader = &self.reader;
        let is_silent = reader.words.is_empty() && self.indicator().is_none();
        let is_other = reader.is_lost || !reader.scopes.is_empty() || is_silent;
        if is_other || reader.words.contains(&Word::Aside) {
            return None;
        }
        let indicator = self.indicator().or(only)?;
        let view = sheet.view_of(indicator)?;
        let given = self.unit.or_else(|| Unit::at_start(unit?.trim()));
        let (dimension, smaller) = self.measured(&view, given);
        let said = match dimension {
            Dimension::Points if reader.words.contains(&Word::Either) => Said::lead(),
            _ => Said::of(&reader.words, dimension, view.is_rate(), reader.is_named)?,
        };
        let time = if reader.time == Time::Unsaid { time } else { reader.time };
        let (span, period) = (view.indicator().span, &sheet.figures.period);
        let is_annual = reader.words.contains(&Word::Annual);
        let is_target = said.part == FigurePart::Target;
        let is_of =
            time.is_of(span, period) || is_target && time.is_year(period, is_annual);
        let indicator = indicator.clone();
        is_of.then_some(Column { indicator, said, dimension, smaller })
    }

    /// Returns what the numbers of the column are in.
    fn measured(&self, view: &IndicatorView, given: Option<Unit>) -> (Dimension, u32) {
        let has = |word| self.reader.words.contains(&word);
        let is_led = has(Word::Ahead) || has(Word::Behind) || has(Word::Either);
        if let Some(unit) = self.unit {
            return (unit.dimension, unit.smaller);
        }
        if has(Word::Schedule) && is_led {
            return (Dimension::Points, 0);
        }
        if has(Word::Rate) || has(Word::Schedule) {
            return (Dimension::Percent, 0);
        }
        let own = view.indicator().unit;
        let like = given.filter(|unit| match unit.dimension {
            Dimension::Money(_) => own.base.is_money(),
            Dimension::Count(_) => own.base == Base::Count,
            _ => false,
        });
        let unit = like.or_else(|| Unit::at_start(own.word));
        unit.map_or((Dimension::Other, 0), |unit| (unit.dimension, unit.smaller))
    }
}

/// Returns the words of a head without the unit in brackets behind them, and that unit.
fn parted(head: &str) -> (String, Option<Unit>) {
    let head = head.replace([' ', '\u{3000}', '\n'], "");
    let parted = |open: char, close: char| {
        let (words, unit) = head.strip_suffix(close)?.rsplit_once(open)?;
        let plain = Plain::of(unit);
        let found = Unit::at_start(plain.text())?;
        (found.length == plain.text().len()).then(|| (words.to_owned(), Some(found)))
    };
    parted('（', '）').or_else(|| parted('(', ')')).unwrap_or((head.clone(), None))
}

impl Column {
    /// Returns the number of a cell in the largest unit of its kind.
    fn value(&self, cell: &str) -> Option<(Decimal, Dimension)> {
        let plain = Plain::of(cell.trim());
        let text = plain.text();
        let is_lead = self.said.part == FigurePart::Lead;
        let signs = [("超", 1), ("欠", -1), ("+", 1), ("-", -1)];
        let signed = signs.iter().find_map(|(word, sign)| {
            Some((text.strip_prefix(word)?, Decimal::from(*sign)))
        });
        let (bare, sign) = signed.unwrap_or((text, Decimal::ONE));
        if signed.is_some() && !is_lead && !text.starts_with('-') {
            return None;
        }
        let (value, dimension) = match amounts(bare).as_slice() {
            [own] if own.text.len() == bare.len() => (own.value, own.dimension),
            [] => {
                let read = number(bare)?;
                (read.checked_mul(Decimal::new(1, self.smaller))?, self.dimension)
            }
            _ => return None,
        };
        (dimension == self.dimension).then_some((value.checked_mul(sign)?, dimension))
    }
}
