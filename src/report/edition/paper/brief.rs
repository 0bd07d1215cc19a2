//! 领导参阅: what an edition says first on one page, as prose and two charts; and the message of it.

use crate::model::book::scope::Scope;
use crate::report::charts::{Draw, chart_called, trajectory};
use crate::report::edition::first_screen::{owed, run};
use crate::report::edition::notices::watermark;
use crate::report::edition::paper::head::{Head, issued, number, stamp};
use crate::sheet::Sheet;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::{KeyPoints, leading};
use crate::view::chart::Chart;
use crate::view::document::{Document, Form, PaperBlock};
use crate::view::inline::Inline;
use crate::words::date;
use crate::words::number::chinese;

/// The message to a group of colleagues; empty for an audience that gets none.
pub(crate) fn message(sheet: &Sheet) -> String {
    sheet.key_points().and_then(|points| points.message).unwrap_or_default()
}

/// The one page for leaders.
pub(crate) fn brief(sheet: &Sheet) -> Document {
    let book = &sheet.book().card.record;
    let issued = issued(sheet, sheet.state());
    let head = Head::of(sheet, sheet.state());
    let points = sheet.key_points().unwrap_or_default();
    let mark = format!("{}招商引资领导参阅", book.name);
    let headline = points.headline.words();
    Document {
        form: Form::Brief,
        watermark: watermark(sheet.book()),
        status: head.status(),
        number: number(sheet, Form::Newsletter, issued).unwrap_or_default(),
        signer: String::new(),
        heading: head.heading(&format!("{mark}：{headline}")),
        mark,
        title: vec![headline],
        addressees: String::new(),
        blocks: blocks(sheet, &points),
        annexes: Vec::new(),
        signature: book.compiler.as_ref().unwrap_or(&book.issuer).clone(),
        sealed: false,
        date: issued.map(date::day).unwrap_or_default(),
        remarks: Vec::new(),
        imprint: None,
        stamp: stamp(issued.unwrap_or(sheet.last_day())),
        identity: format!("{}/{}/brief", sheet.book().id, sheet.figures.period),
    }
}

/// The sections that have something to say, numbered, and the charts.
fn blocks(sheet: &Sheet, points: &KeyPoints) -> Vec<PaperBlock> {
    let [who, pace] = [0, 1].map(|at| points.sentences.get(at).cloned());
    // Where nothing is owed, it is told who has what; where there is no goal, what else there is.
    let of_units = if owed(sheet).is_some() { "差在哪里" } else { "分单位看" };
    let has_goal = leading(sheet).is_some_and(|view| view.whole().target().is_ok());
    let onwards = if has_goal { "往后看" } else { "其他情况" };
    let outlook = [pace, points.next.clone()].into_iter().flatten();
    let sections = [
        ("总的情况", sheet.overall()),
        (of_units, who.into_iter().collect()),
        ("本期变化", points.change.iter().cloned().collect()),
        (onwards, outlook.collect()),
    ];
    let told = sections.into_iter().filter(|(_, sentences)| !sentences.is_empty());
    let mut blocks: Vec<PaperBlock> = told
        .enumerate()
        .map(|(at, (name, sentences))| section(at + 1, name, &sentences))
        .collect();
    if !points.attention.is_empty() {
        blocks.push(section(blocks.len() + 1, "请领导关注", &[]));
        let items = points.attention.iter().map(ended).collect();
        blocks.push(PaperBlock::List { first: Some(1), items });
    }
    let drawn = |chart| PaperBlock::Chart { chart, caption: String::new() };
    blocks.extend(charts(sheet).into_iter().map(drawn));
    blocks
}

/// A section in one paragraph, which begins with its name.
fn section(at: usize, name: &str, sentences: &[Phrase]) -> PaperBlock {
    let text = format!("{}、{name}。", chinese(at));
    let mut inlines = vec![Inline::Strong { text }];
    inlines.extend(sentences.iter().flat_map(ended));
    PaperBlock::Paragraph { inlines }
}

fn ended(phrase: &Phrase) -> Vec<Inline> {
    let mut inlines = run(phrase);
    inlines.push(Inline::text("。"));
    inlines
}

/// The course of what leads, and who owes what of it; where nothing is owed, who has what.
fn charts(sheet: &Sheet) -> Vec<Chart> {
    let course = leading(sheet).and_then(|view| trajectory(&view, &Scope::All));
    let compared = || {
        let kind = chart_called("单位对比").filter(|kind| sheet.sees(kind.level))?;
        let Draw::Indicator(draw) = kind.draw else { return None };
        draw(&leading(sheet)?)
    };
    course.into_iter().chain(owed(sheet).or_else(compared)).collect()
}
