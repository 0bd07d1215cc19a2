//! An edition that only the state after has: what it will say, beside the edition before it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::claims::typed::of_narrative;
use crate::figures::basis::Basis;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::edition::Edition;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::report::edition::turned::turned;
use crate::sheet::movement::FigurePair;
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::changes::edition::NewEdition;
use crate::view::changes::part_change::{MovedPart, PartChange};
use crate::view::inline::Inline;
use crate::words::date;

/// Letters of a sentence from which on it says something of its own month.
const SAYS: usize = 10;

/// Returns what a new edition says of the whole and of lamps, the months of which it has no record, and
/// which sentences it took from the edition before.
pub(crate) fn fresh(after: &Basis, period: &Period) -> NewEdition {
    let book = after.audience.book;
    let earlier = book.edition_before(period);
    let figures = after.figures(period);
    let previous = earlier.map(|earlier| after.figures(earlier));
    let sheet = Sheet { previous: previous.as_ref(), ..Sheet::alone(after, &figures) };
    let before = previous.as_ref().map(|figures| Sheet::alone(after, figures));
    let mut lines: Vec<String> =
        sheet.headline().map(|view| whole(&view, before.as_ref())).collect();
    let lamps = sheet.headline().find_map(|view| turned(&view));
    lines.extend(
        lamps.map(|one| format!("{}：{}", one.term, Inline::words(&one.inlines))),
    );
    let since = earlier.and_then(|earlier| earlier.end().succ_opt());
    let since = since.unwrap_or(period.days().start);
    NewEdition {
        period: date::period(period),
        whole: sheet.name(&Scope::All),
        against: earlier.map(date::period),
        lines,
        // How many records there are of a kind is told to those who may see records.
        silent: if after.audience.sees(Level::Internal) {
            silent(&sheet, since)
        } else {
            Vec::new()
        },
        copied: copied(&sheet, before.as_ref()),
    }
}

/// The whole of an indicator with what moved since the edition before: `到位资金 54.08→60.12亿元，完成率…`.
fn whole(view: &IndicatorView, before: Option<&Sheet>) -> String {
    let name = &view.indicator().name;
    let new = view.whole();
    let old_view = before.and_then(|sheet| sheet.view_of(view.indicator().id.as_str()));
    let is_told = |part: &PartChange| !matches!(part.part, MovedPart::Rank);
    let moved = old_view.map(|old_view| {
        let old = old_view.whole();
        let pair = FigurePair { old_view: &old_view, new_view: view, old, new };
        let parts = pair.parts().into_iter().filter(is_told);
        parts.map(|part| part.text()).collect::<Vec<String>>()
    });
    let now = view.plain(new, FigurePart::Value, true);
    match moved {
        None => format!("{name} {now}"),
        Some(parts) if parts.is_empty() => format!("{name} {now}，没有变动"),
        Some(parts) => format!("{name} {}", parts.join("，")),
    }
}

/// The months since a day of which no record counts, with the indicators that have none.
fn silent(sheet: &Sheet, since: NaiveDate) -> Vec<String> {
    let end = sheet.figures.period.end();
    let months = months(since, end);
    let views = sheet.headline().filter(|view| view.whole().inputs.is_empty());
    let counted: Vec<(String, BTreeSet<Month>)> = views
        .map(|view| {
            let facts = view.series.facts.iter().filter(|fact| fact.when <= end);
            let own = facts.map(|fact| Month::of(fact.when)).collect();
            (view.indicator().name.clone(), own)
        })
        .collect();
    let of = |month: &Month| {
        let lacking = counted.iter().filter(|(_, own)| !own.contains(month));
        let names: Vec<&str> = lacking.map(|(name, _)| name.as_str()).collect();
        let month = date::period(&Period::Month(*month));
        (!names.is_empty()).then(|| format!("{month}没有记录：{}", names.join("、")))
    };
    months.iter().filter_map(of).collect()
}

fn months(since: NaiveDate, end: NaiveDate) -> Vec<Month> {
    let days = since.iter_days().take_while(|day| *day <= end);
    days.map(Month::of).collect::<BTreeSet<Month>>().into_iter().collect()
}

/// The sentences without a reference that the edition before has word for word.
fn copied(sheet: &Sheet, before: Option<&Sheet>) -> Vec<String> {
    let own = |sheet: &Sheet| -> Vec<String> {
        let edition: Option<&Edition> = sheet.edition.map(|edition| &*edition.record);
        let edition = edition.filter(|edition| sheet.sees(edition.read_by()));
        let narrative = edition.map_or(&[][..], |edition| &edition.narrative);
        let typed = of_narrative(narrative).into_iter();
        let typed = typed.filter(|typed| typed.references.is_empty());
        typed.map(|typed| typed.text().trim().to_owned()).collect()
    };
    let earlier: BTreeSet<String> =
        before.map(own).unwrap_or_default().into_iter().collect();
    let mut sentences = own(sheet);
    sentences.retain(|text| text.chars().count() >= SAYS && earlier.contains(text));
    sentences
}
