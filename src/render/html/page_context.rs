//! A page as the page template prints it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::render::html::chart::Picture;
use crate::render::html::inline::{Figure, Lamp, Piece, Title, Traces, anchor_of};
use crate::render::html::link::{Anchor, Way};
use crate::render::html::table::{Grid, Surroundings};
use crate::view::inline::Inline;
use crate::view::page::{Block, Card, Notice, Page, Term};
use crate::view::spark::Spark;
use crate::view::trace::{RecordPlace, TraceRecord, TraceView};

/// Headings of the first level from which a page gets a list of contents.
const CONTENTS_FROM: usize = 3;

/// Short facts from which they stand two beside one another.
const PAIRED_FROM: usize = 4;

/// Characters that fit half the width.
const SHORT: usize = 34;

/// A page as the template prints it.
#[derive(Serialize)]
pub(super) struct PageContext<'a> {
    title: &'a str,
    subtitle: &'a str,
    crumbs: Vec<Anchor<'a>>,
    notices: &'a [Notice],
    /// Way to the page that searches the book.
    search: String,
    contents: Vec<Entry<'a>>,
    /// Blocks before the list of contents.
    opening: Vec<Part<'a>>,
    blocks: Vec<Part<'a>>,
    /// Traces that a number opens.
    pub(super) traces: Vec<Trace<'a>>,
    /// Traces that no number opens; they stand open at the end.
    pub(super) standing: Vec<Trace<'a>>,
    /// Those among them that only say that no record counts, by what they come to.
    quiet: BTreeMap<&'a str, Vec<Trace<'a>>>,
}

/// A line of the list of contents.
#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    title: Title<'a>,
}

/// A block of the page.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Part<'a> {
    Heading { level: u8, id: &'a str, text: &'a str, title: Title<'a> },
    Paragraph { pieces: Vec<Piece<'a>> },
    List { ordered: bool, items: Vec<Vec<Piece<'a>>> },
    Table { table: Grid<'a> },
    Chart { chart: Picture<'a> },
    Cards { cards: Vec<Headline<'a>> },
    Facts { rows: Vec<Pair<'a>>, paired: bool },
    Links { links: Vec<Anchor<'a>> },
}

/// A card.
#[derive(Serialize)]
pub(super) struct Headline<'a> {
    label: &'a str,
    number: Figure<'a>,
    lines: Vec<Vec<Piece<'a>>>,
    mark: Option<Lamp<'a>>,
}

impl<'a> Headline<'a> {
    /// The card on a page with this way back to the book's folder.
    pub(super) fn new(card: &'a Card, way: Way, traces: &mut Traces<'a>) -> Self {
        let number = traces.number(&card.number, way);
        let lines = card.lines.iter().map(|line| traces.pieces(line, way)).collect();
        Headline { label: &card.label, number, lines, mark: Lamp::new(&card.mark) }
    }
}

/// A term with its meaning.
#[derive(Serialize)]
struct Pair<'a> {
    term: &'a str,
    /// Whether it needs the whole width.
    long: bool,
    pieces: Vec<Piece<'a>>,
}

/// A trace.
#[derive(Serialize)]
pub(super) struct Trace<'a> {
    id: &'a str,
    figure: &'a str,
    title: &'a str,
    text: &'a str,
    demo: bool,
    definition: &'a str,
    clause: Anchor<'a>,
    period: &'a str,
    steps: &'a [String],
    rows: Vec<Anchor<'a>>,
    records: Vec<Record<'a>>,
    left_out: Vec<Record<'a>>,
    more: usize,
    full: String,
    /// The number to return to when the trace is closed.
    back: String,
}

/// A record of a trace.
#[derive(Serialize)]
struct Record<'a> {
    record: Anchor<'a>,
    /// Whether the record before has the same name and page, so that only what follows is new.
    again: bool,
    place: String,
    when: &'a str,
    amount: &'a str,
    share: &'a str,
    counted: &'a str,
    note: &'a str,
}

impl<'a> PageContext<'a> {
    /// The page with its drawings and small charts.
    pub(super) fn new(
        page: &'a Page,
        drawings: &'a BTreeMap<String, String>,
        spark: &(dyn Fn(&Spark) -> String + Send + Sync),
    ) -> PageContext<'a> {
        let way = Way::of(page);
        let mut traces = Traces::here(page.traces.iter().map(|trace| trace.id.as_str()));
        let mut around = Surroundings { way, traces: &mut traces, spark };
        let mut opening: Vec<Part> = (page.blocks.iter())
            .map(|block| part(block, drawings, &mut around))
            .collect();
        let is_heading = |part: &Part| matches!(part, Part::Heading { .. });
        let start = opening.iter().position(is_heading).unwrap_or(opening.len());
        let blocks = opening.split_off(start);
        let (opened, standing): (Vec<_>, Vec<_>) =
            page.traces.iter().partition(|trace| traces.is_opened(&trace.id));
        let (quiet, standing): (Vec<_>, Vec<_>) =
            standing.into_iter().partition(|trace| trace.quiet);
        let show = |views: Vec<&'a TraceView>| {
            views.into_iter().map(|view| Trace::new(view, way)).collect()
        };
        let mut silent: BTreeMap<&str, Vec<Trace>> = BTreeMap::new();
        for view in quiet {
            silent.entry(&view.text).or_default().push(Trace::new(view, way));
        }
        PageContext {
            title: &page.title,
            subtitle: &page.subtitle,
            crumbs: page.crumbs.iter().map(|link| Anchor::new(link, way)).collect(),
            notices: &page.notices,
            search: way.to("search.html"),
            contents: contents(&page.blocks),
            opening,
            blocks,
            traces: show(opened),
            standing: show(standing),
            quiet: silent,
        }
    }
}

fn contents(blocks: &[Block]) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    for block in blocks {
        if let Block::Heading { level: 1, id, text } = block
            && !id.is_empty()
        {
            entries.push(Entry { id, title: Title::new(text) });
        }
    }
    if entries.len() < CONTENTS_FROM { Vec::new() } else { entries }
}

fn part<'a>(
    block: &'a Block,
    drawings: &'a BTreeMap<String, String>,
    around: &mut Surroundings<'_, 'a>,
) -> Part<'a> {
    let way = around.way;
    match block {
        Block::Heading { level, id, text } => {
            Part::Heading { level: *level, id, text, title: Title::new(text) }
        }
        Block::Paragraph { inlines } => {
            Part::Paragraph { pieces: around.traces.pieces(inlines, way) }
        }
        Block::List { ordered, items } => Part::List {
            ordered: *ordered,
            items: items.iter().map(|item| around.traces.pieces(item, way)).collect(),
        },
        Block::Table { table } => Part::Table { table: Grid::new(table, around) },
        Block::Chart { chart } => Part::Chart { chart: Picture::new(chart, drawings) },
        Block::Cards { cards } => {
            let cards = cards.iter().map(|card| Headline::new(card, way, around.traces));
            Part::Cards { cards: cards.collect() }
        }
        Block::Facts { rows } => {
            let pair = |fact: &'a Term| Pair {
                term: &fact.term,
                long: is_long(fact),
                pieces: around.traces.pieces(&fact.inlines, way),
            };
            let paired = rows.iter().filter(|fact| !is_long(fact)).count() >= PAIRED_FROM;
            Part::Facts { rows: rows.iter().map(pair).collect(), paired }
        }
        Block::Links { links } => {
            let links = links.iter().map(|link| Anchor::new(link, way));
            Part::Links { links: links.collect() }
        }
    }
}

/// Whether the meaning of a term needs more than half the width.
fn is_long(fact: &Term) -> bool {
    let length = |inline: &Inline| match inline {
        Inline::Text { text } | Inline::Strong { text } | Inline::Emphasis { text } => {
            text.chars().count()
        }
        Inline::Number { number } => number.text.chars().count(),
        Inline::Link { link } => link.text.chars().count(),
    };
    fact.inlines.iter().map(length).sum::<usize>() > SHORT
}

impl<'a> Trace<'a> {
    fn new(view: &'a TraceView, way: Way) -> Trace<'a> {
        let records = |records: &'a [TraceRecord]| {
            let before = std::iter::once(None).chain(records.iter().map(Some));
            let pairs = records.iter().zip(before);
            pairs.map(|(record, before)| Record::new(record, before, way)).collect()
        };
        Trace {
            id: &view.id,
            figure: &view.figure,
            title: &view.title,
            text: &view.text,
            demo: view.demo,
            definition: &view.definition,
            clause: Anchor::new(&view.clause, way),
            period: &view.period,
            steps: &view.steps,
            rows: view.rows.iter().map(|link| Anchor::new(link, way)).collect(),
            records: records(&view.records),
            left_out: records(&view.left_out),
            more: view.more,
            full: way.to(&view.full.href()),
            back: format!("#{}", anchor_of(&view.id)),
        }
    }
}

impl<'a> Record<'a> {
    fn new(
        record: &'a TraceRecord,
        before: Option<&TraceRecord>,
        way: Way,
    ) -> Record<'a> {
        let before = before.filter(|before| before.record == record.record);
        let RecordPlace { file, route } = &record.place;
        let is_same_file = before.is_some_and(|before| before.place.file == *file);
        Record {
            record: Anchor::new(&record.record, way),
            again: before.is_some(),
            place: if is_same_file && !route.is_empty() {
                route.clone()
            } else {
                record.place.to_string()
            },
            when: &record.when,
            amount: &record.amount,
            share: &record.share,
            counted: &record.counted,
            note: &record.note,
        }
    }
}
