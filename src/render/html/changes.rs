//! What changed, as one page that stands alone.

use serde::Serialize;

use crate::view::changes::consequence::Consequence;
use crate::view::changes::edition::Piece;
use crate::view::changes::part_change::PartChange;
use crate::view::changes::phrases::NOTHING;
use crate::view::changes::verdict::Permit;
use crate::view::changes::{
    BookChanges, Change, Changes, Effect, FieldChange, FindingChange, MovedFigure,
    Passage, PeriodChanges, RecordChange, StatementChange, Turn,
};

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
    added: &'a [String],
    moves: Vec<MovementView<'a>>,
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
    pub(super) fn new(changes: &'a Changes) -> ChangesView<'a> {
        ChangesView {
            title: "数据变动",
            subtitle: changes.sides(),
            verdict: (!changes.books.is_empty()).then(|| VerdictView {
                permit: changes.verdict.permit,
                line: changes.verdict.line(),
            }),
            nothing: if changes.books.is_empty() { NOTHING } else { "" },
            books: changes.books.iter().map(BookView::new).collect(),
        }
    }
}

impl<'a> BookView<'a> {
    fn new(book: &'a BookChanges) -> BookView<'a> {
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
            results: book.results.iter().map(PeriodView::new).collect(),
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
    fn new(period: &'a PeriodChanges) -> PeriodView<'a> {
        PeriodView {
            title: period.counted(),
            account: &period.account,
            added: &period.added,
            moves: period.moves.iter().map(MovementView::new).collect(),
        }
    }
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
