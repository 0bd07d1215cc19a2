//! `<period>/trace-<indicator>.html` and its like for assessments: how each figure or score came about.

mod records;

use crate::figures::manual;
use crate::report::edition;
use crate::report::edition::narrative::insert_tables;
use crate::report::edition::notices::notices;
use crate::report::pages::blocks::{paragraph, term};
use crate::report::pages::trace::records::{count, on_pages_of_their_own, shorten_again};
use crate::report::paging::TRACED;
use crate::report::paths;
use crate::report::paths::INDEX;
use crate::report::tables::SCORES;
use crate::report::traces::depth::Depth;
use crate::report::traces::figure::{Shared, trace};
use crate::report::traces::scores::score_trace;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page, Term};
use crate::view::trace::TraceView;
use crate::words::date;

/// The page with the full traces of an indicator, and those with their records where these are
/// too many for it; what all of the traces share stands once.
pub fn trace_pages(view: &IndicatorView) -> Vec<Page> {
    let sheet = view.sheet;
    let name = &view.indicator().name;
    let figures = view.at.figures.iter();
    let mut traces: Vec<TraceView> =
        figures.map(|figure| trace(view, figure, Depth::Page)).collect();
    let is_long = count(&traces) > TRACED;
    let mut blocks = vec![opening(view, is_long)];
    blocks.extend((!traces.is_empty()).then(|| shared(view)));
    if !is_long {
        shorten_again(&mut traces);
    }
    let title = format!("{name}：数的由来");
    let page = page(sheet, paths::trace_page(view), title, blocks, traces);
    if is_long { on_pages_of_their_own(page) } else { vec![page] }
}

/// What the page lists.
fn opening(view: &IndicatorView, is_long: bool) -> Block {
    let time = date::period(&view.sheet.figures.period);
    let name = &view.indicator().name;
    let records = if is_long {
        "算式；计入和未计入的记录较多，列在后面各页。合计数由各行相加，记录列在各行之下。"
    } else {
        "算式、计入和未计入的记录；合计数由各行相加，记录列在各行之下；再次出现的记录不重复写出处。"
    };
    paragraph(format!("本页列出{time}“{name}”每个数的{records}"))
}

/// The page with the full traces of an assessment.
pub fn score_page(view: &AssessmentView) -> Page {
    let (sheet, name) = (view.sheet, &view.assessment.name);
    let period = date::period(&sheet.figures.period);
    let mut blocks =
        vec![paragraph(format!("本页列出{period}“{name}”各单位每项得分的算式和记录。"))];
    blocks.extend(insert_tables(sheet, SCORES, Some(name)));
    let units = view.scores.units.iter();
    let traces = units.map(|unit| score_trace(view, unit, Depth::Rows)).collect();
    let title = format!("{name}：得分的由来");
    page(sheet, paths::score_page(view), title, blocks, traces)
}

fn page(
    sheet: &Sheet,
    path: String,
    title: String,
    blocks: Vec<Block>,
    traces: Vec<TraceView>,
) -> Page {
    let period = &sheet.figures.period;
    Page {
        path,
        root: "../".to_owned(),
        title,
        subtitle: edition::subtitle(sheet),
        crumbs: vec![
            Link::new(&sheet.book().card.record.name, INDEX),
            Link::new(date::period(period), paths::edition(period)),
        ],
        notices: notices(sheet),
        blocks,
        traces,
        ..Page::default()
    }
}

/// What the traces of an indicator have in common.
fn shared(view: &IndicatorView) -> Block {
    let Shared { definition, clause, period } = Shared::of(view);
    let clause = Inline::Link { link: clause };
    Block::Facts {
        rows: vec![
            term("口径", &definition),
            Term { term: "依据".to_owned(), inlines: vec![clause] },
            term("怎样得到", manual(view.indicator())),
            term("期间", &period),
        ],
    }
}
