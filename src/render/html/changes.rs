//! What changed, as one page that stands alone.

use serde::Serialize;

use crate::render::drawings::drawings;
use crate::render::html::components;
use crate::render::html::markup::Markup;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::edition::Piece;
use crate::view::changes::part_change::PartChange;
use crate::view::changes::phrases::NOTHING;
use crate::view::changes::verdict::Permit;
use crate::view::changes::{
    BookChanges, Change, Changes, Effect, FieldChange, FindingChange, MovedFigure,
    Passage, PeriodChanges, RecordChange, StatementChange, Turn,
};
use crate::view::chart::Chart;

/// The page as the template prints it.
#[derive(Serialize)]
pub(super) struct ChangesView<'a> {
    title: &'static str,
    subtitle: String,
    verdict: Option<VerdictView>,
    nothing: &'static str,
    books: Vec<BookView<'a>>,
}

#[derive(Serialize)]
struct VerdictView {
    permit: Permit,
    line: String,
}

#[derive(Serialize)]
struct BookView<'a> {
    id: &'a str,
    name: &'a str,
    cautions: &'a [String],
    edits: &'a [String],
    headline: Vec<HeadlineView<'a>>,
    results: Vec<PeriodView<'a>>,
    others: &'a [String],
    editions: Vec<Passage>,
    sentences: [(&'static str, Vec<SentenceView>); 2],
    statements: Vec<String>,
    records: Vec<RecordView<'a>>,
    new_findings: &'a [FindingChange],
    gone_findings: &'a [FindingChange],
}

#[derive(Serialize)]
struct SentenceView {
    period: String,
    pieces: Vec<Piece>,
}

impl SentenceView {
    fn of(book: &BookChanges, is_typed: bool) -> Vec<SentenceView> {
        let own = book.sentences.iter().filter(|one| one.is_typed == is_typed);
        own.map(|one| SentenceView { period: one.period.clone(), pieces: one.told() })
            .collect()
    }
}

#[derive(Serialize)]
struct HeadlineView<'a> {
    kind: Consequence,
    label: &'static str,
    count: String,
    lines: &'a [String],
}

#[derive(Serialize)]
struct PeriodView<'a> {
    title: String,
    account: &'a [Passage],
    charts: Vec<ChartView<'a>>,
    added: &'a [String],
    moves: Vec<MovementView<'a>>,
}

/// A chart on both sides, each as markup of our own; empty where there is nothing to draw.
#[derive(Serialize)]
struct ChartView<'a> {
    name: &'a str,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct MovementView<'a> {
    figure: &'a str,
    title: String,
    demo: bool,
    marks: Vec<Mark>,
    parts: &'a [PartChange],
    turns: &'a [Turn],
    ratio: &'a [Effect],
    causes: Vec<CauseView<'a>>,
    passed: &'a [String],
}

#[derive(Serialize)]
struct Mark {
    kind: Consequence,
    label: &'static str,
}

#[derive(Serialize)]
struct CauseView<'a> {
    by: &'a str,
    text: String,
}

#[derive(Serialize)]
struct RecordView<'a> {
    change: Change,
    word: &'static str,
    name: String,
    path: &'a str,
    fields: &'a [FieldChange],
}

impl<'a> ChangesView<'a> {
    /// The page of some changes.
    pub(super) fn new(changes: &'a Changes, theme: &Theme) -> ChangesView<'a> {
        ChangesView {
            title: "数据变动",
            subtitle: changes.sides(),
            verdict: (!changes.books.is_empty()).then(|| VerdictView {
                permit: changes.verdict.permit,
                line: changes.verdict.line(),
            }),
            nothing: if changes.books.is_empty() { NOTHING } else { "" },
            books: changes.books.iter().map(|book| BookView::new(book, theme)).collect(),
        }
    }
}

impl<'a> BookView<'a> {
    fn new(book: &'a BookChanges, theme: &Theme) -> BookView<'a> {
        let headline = book.told_first().map(|headline| HeadlineView {
            kind: headline.consequence,
            label: headline.consequence.label(),
            count: headline.consequence.counted(headline.lines.len()),
            lines: &headline.lines,
        });
        BookView {
            id: &book.id,
            name: &book.name,
            cautions: &book.cautions,
            edits: &book.edits,
            headline: headline.collect(),
            results: book.results.iter().map(|one| PeriodView::new(one, theme)).collect(),
            others: &book.others,
            editions: book
                .editions
                .iter()
                .map(|one| Passage::new(&one.title(), String::new(), one.told()))
                .collect(),
            sentences: [("正文改动", true), ("正文里随数变动的句子", false)]
                .map(|(title, is_typed)| (title, SentenceView::of(book, is_typed))),
            statements: book.statements.iter().map(StatementChange::line).collect(),
            records: book.records.iter().map(RecordView::new).collect(),
            new_findings: &book.new_findings,
            gone_findings: &book.gone_findings,
        }
    }
}

impl<'a> PeriodView<'a> {
    fn new(period: &'a PeriodChanges, theme: &Theme) -> PeriodView<'a> {
        PeriodView {
            title: period.counted(),
            account: &period.account,
            charts: charts(period, theme),
            added: &period.added,
            moves: period.moves.iter().map(MovementView::new).collect(),
        }
    }
}

/// The charts of a period, each side with an id of its own on the page.
fn charts<'a>(period: &'a PeriodChanges, theme: &Theme) -> Vec<ChartView<'a>> {
    let side = |chart: &Option<Chart>, side: &str, at: usize| {
        let Some(chart) = chart else { return String::new() };
        let id = format!("{}-{side}-{at}", period.period);
        let chart = Chart { id, ..chart.clone() };
        let drawn = drawings(std::iter::once(&chart), &[Variant::Phone], theme);
        let mut out = Markup::default();
        components::chart::chart(&chart, &drawn, &mut out);
        out.as_str().to_owned()
    };
    let charts = period.charts.iter().enumerate();
    let pair = charts.map(|(at, one)| ChartView {
        name: &one.name,
        before: side(&one.before, "before", at),
        after: side(&one.after, "after", at),
    });
    pair.collect()
}

impl<'a> MovementView<'a> {
    fn new(movement: &'a MovedFigure) -> MovementView<'a> {
        let marks = movement
            .consequences
            .iter()
            .filter(|consequence| **consequence != Consequence::Value)
            .map(|consequence| Mark { kind: *consequence, label: consequence.label() });
        let causes = (movement.causes.iter())
            .map(|cause| CauseView { by: cause.by, text: cause.line() });
        MovementView {
            figure: &movement.figure,
            title: movement.title(),
            demo: movement.demo,
            marks: marks.collect(),
            parts: &movement.parts,
            turns: &movement.turns,
            ratio: &movement.ratio,
            causes: causes.collect(),
            passed: &movement.passed,
        }
    }
}

impl<'a> RecordView<'a> {
    fn new(record: &'a RecordChange) -> RecordView<'a> {
        RecordView {
            change: record.change,
            word: record.change.label(),
            name: record.name(),
            path: &record.path,
            fields: &record.fields,
        }
    }
}
