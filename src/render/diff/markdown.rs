//! What changed, as the comment on a pull request: the most consequential first, under a budget of bytes.

use crate::render::diff::neutral::neutral;
use crate::view::changes::consequence::Consequence;
use crate::view::changes::part_change::PartChange;
use crate::view::changes::phrases::NOTHING;
use crate::view::changes::{
    BookChanges, Changes, FindingChange, Headline, MovedFigure, Passage, PeriodChanges,
    RecordChange, StatementChange,
};
use crate::words::demo;

/// Cases told of each list before the rest is counted.
const CASES: usize = 5;

/// Periods that are told in full before the rest has a line each.
const PERIODS: usize = 3;

/// Bytes of a comment to begin with, what each record adds, and bytes of the longest: on two lines it has six
/// thousand.
const BUDGET: (usize, usize, usize) = (5_960, 20, 20_000);

/// Bytes kept for what says how much was left out.
const CLOSING: usize = 400;

/// What is said where the budget has no room even for headings.
const CUT: &str = "\n_篇幅所限，其余见网页版。_\n";

/// Marks around words that are gone, and around those that are new.
const GONE: [&str; 2] = ["<del>", "</del>"];
const NEW: [&str; 2] = ["<ins>", "</ins>"];

/// A comment that is being written.
struct Comment {
    text: String,
    most: usize,
}

/// Rows of a section, each whole or not at all.
struct Section {
    /// Heading and table head.
    head: String,
    rows: Vec<String>,
    /// What follows the rows.
    foot: &'static str,
    /// What a row is, for the count of those left out.
    unit: &'static str,
}

/// Returns the bytes that a comment is worth that nobody gave a budget.
pub fn budget(changes: &Changes) -> usize {
    let records: usize = changes.books.iter().map(|book| book.records.len()).sum();
    let (least, each, most) = BUDGET;
    (least + each * records).min(most)
}

/// The account in at most so many bytes.
pub fn markdown(changes: &Changes, most: usize) -> String {
    let verdict = match changes.books.as_slice() {
        [] => String::new(),
        _ => format!("**{}**\n\n", neutral(&changes.verdict.line())),
    };
    let head = format!("{verdict}{}\n", neutral(&changes.sides()));
    let mut comment = Comment { text: head, most: most.saturating_sub(CLOSING) };
    if changes.books.is_empty() {
        comment.text.push_str(&format!("\n{NOTHING}\n"));
    }
    for (at, book) in changes.books.iter().enumerate() {
        // Each book gets an equal part of what is left, so that none is silenced by another.
        let left = comment.most.saturating_sub(comment.text.len());
        let end = comment.text.len() + left / (changes.books.len() - at);
        comment.book(book, end);
    }
    cut(comment.text, most)
}

/// Takes away, at the end of a line, what headings and notes alone have put over the budget.
fn cut(text: String, most: usize) -> String {
    if text.len() <= most {
        return text;
    }
    let end = text.floor_char_boundary(most.saturating_sub(CUT.len()));
    let kept = text[..end].rfind('\n').map_or("", |at| &text[..=at]);
    format!("{kept}{CUT}")
}

impl Comment {
    fn book(&mut self, book: &BookChanges, end: usize) {
        self.text.push_str(&format!("\n### {}\n\n", neutral(&book.name)));
        for caution in &book.cautions {
            self.text.push_str(&format!("> ⚠️ {}\n\n", neutral(caution)));
        }
        if book.is_doubtful {
            self.findings("新出现的问题", &book.new_findings, end);
        }
        self.section(
            &Section::plain("", bullets(&book.edits), "类改动"),
            self.within(end, 1, 3),
        );
        let headline = book.told_first().map(case).collect();
        self.section(&Section::plain("", headline, "类"), self.within(end, 1, 3));
        let editions = book.editions.iter().map(|edition| {
            passage("🗞 ", &Passage::new(&edition.title(), String::new(), edition.told()))
        });
        self.section(
            &Section::plain("", editions.collect(), "期"),
            self.within(end, 1, 3),
        );
        let mut others: Vec<String> = Vec::new();
        for (at, period) in book.results.iter().enumerate() {
            if period.first && at < PERIODS {
                self.period(period, end);
            } else {
                others.extend(period.summary());
            }
        }
        others.extend(book.others.iter().cloned());
        let others = Section::plain("\n#### 其他各期\n\n", bullets(&others), "期");
        self.section(&others, self.within(end, 1, 3));
        for (title, lines) in book.sentences_by(GONE, NEW, &neutral) {
            let rows = lines.iter().map(|line| format!("- {line}\n")).collect();
            let head = format!("\n#### {title}\n\n");
            self.section(&Section::plain(&head, rows, "句"), self.within(end, 1, 3));
        }
        let said: Vec<String> =
            book.statements.iter().map(StatementChange::line).collect();
        let said = Section::plain("\n#### 正文里的说法\n\n", bullets(&said), "句");
        self.section(&said, self.within(end, 1, 3));
        if !book.is_doubtful {
            self.findings("新出现的问题", &book.new_findings, end);
        }
        self.findings("已消除的问题", &book.gone_findings, end);
        self.details(book, end);
    }

    fn findings(&mut self, title: &str, findings: &[FindingChange], end: usize) {
        let head = format!("\n#### {title}\n\n");
        let rows = findings.iter().map(finding).collect();
        self.section(&Section::plain(&head, rows, "个问题"), self.within(end, 1, 2));
    }

    /// What moved in a period, a list for each respect.
    fn period(&mut self, period: &PeriodChanges, end: usize) {
        self.text.push_str(&format!("\n#### {}\n\n", neutral(&period.counted())));
        let added = Section::plain("", bullets(&period.added), "项");
        self.section(&added, self.within(end, 1, 4));
        let rows = period.account.iter().map(|one| passage("", one)).collect();
        self.section(&Section::plain("", rows, "类"), self.within(end, 2, 3));
    }

    /// Every figure that moved with its causes, then every record, folded.
    fn details(&mut self, book: &BookChanges, end: usize) {
        for period in &book.results {
            let title = format!("{}：各数", period.name);
            let head = "\n| 数 | 改前→改后 | 增减 | 后果 |\n| --- | --- | --- | --- |\n";
            let moves: Vec<String> = period.moves.iter().map(row).collect();
            let mut section = Section::folded(&title, moves, "个数");
            section.head.push_str(head);
            self.section(&section, self.within(end, 1, 3));
            let causes = period.moves.iter().filter_map(why).collect();
            let title = format!("{}：变动的原因", period.name);
            let section = Section::folded(&title, causes, "个数的原因");
            self.section(&section, self.within(end, 1, 3));
        }
        let head = format!("改动的记录（{}条）", book.records.len());
        let rows = book.records.iter().map(record).collect();
        self.section(&Section::folded(&head, rows, "条记录"), end);
    }

    /// The end of a part of what is left before an end.
    fn within(&self, end: usize, parts: usize, of: usize) -> usize {
        self.text.len() + end.saturating_sub(self.text.len()) * parts / of
    }

    /// Writes as many rows as fit before an end, and says how many do not.
    fn section(&mut self, section: &Section, end: usize) {
        if section.rows.is_empty() {
            return;
        }
        self.text.push_str(&section.head);
        let mut written = 0;
        for row in &section.rows {
            if self.text.len() + row.len() + section.foot.len() > end {
                break;
            }
            self.text.push_str(row);
            written += 1;
        }
        self.text.push_str(section.foot);
        if written < section.rows.len() {
            let left = section.rows.len() - written;
            let unit = section.unit;
            self.text.push_str(&format!(
                "\n_另有{left}{unit}未列出（篇幅所限），全部见网页版。_\n"
            ));
        }
    }
}

impl Section {
    fn plain(head: &str, rows: Vec<String>, unit: &'static str) -> Section {
        Section { head: head.to_owned(), rows, foot: "", unit }
    }

    fn folded(title: &str, rows: Vec<String>, unit: &'static str) -> Section {
        let head = format!("\n<details><summary>{}</summary>\n\n", neutral(title));
        Section { head, rows, foot: "\n</details>\n", unit }
    }
}

fn bullets(lines: &[String]) -> Vec<String> {
    lines.iter().map(|line| format!("- {}\n", neutral(line))).collect()
}

/// A consequence with its cases.
fn case(headline: &Headline) -> String {
    let Headline { consequence, lines } = headline;
    let mark = match consequence {
        Consequence::Lost | Consequence::Released | Consequence::Archive => "🔴 ",
        Consequence::Revised => "📣 ",
        _ => "📐 ",
    };
    let count = format!("：{}", consequence.counted(lines.len()));
    passage(mark, &Passage::new(consequence.label(), count, lines.clone()))
}

/// What moved in one respect; where there are many cases, the first ones.
fn passage(mark: &str, passage: &Passage) -> String {
    let Passage { label, count, lines } = passage;
    let head = format!("- {mark}**{}{count}**", neutral(label));
    if let [line] = lines.as_slice() {
        return format!("{head} {}\n", neutral(line));
    }
    let mut text = format!("{head}\n");
    for line in lines.iter().take(CASES) {
        text.push_str(&format!("  - {}\n", neutral(line)));
    }
    if lines.len() > CASES {
        text.push_str(&format!("  - 另{}条\n", lines.len() - CASES));
    }
    text
}

fn row(movement: &MovedFigure) -> String {
    let demo = demo::after_name(movement.demo);
    let parts: Vec<String> = movement.parts.iter().map(PartChange::text).collect();
    let moved = movement.parts.iter().filter(|part| !part.difference.is_empty());
    let difference: Vec<String> =
        moved.map(|part| format!("{}{}", part.label, part.difference)).collect();
    let follows: Vec<&str> = movement
        .consequences
        .iter()
        .filter(|consequence| **consequence != Consequence::Value)
        .map(|consequence| consequence.label())
        .collect();
    format!(
        "| {}{demo} | {} | {} | {} |\n",
        neutral(&movement.title()),
        neutral(&parts.join("，")),
        neutral(&difference.join("，")),
        follows.join("、"),
    )
}

/// Why a figure moved; none where there is nothing to tell.
fn why(movement: &MovedFigure) -> Option<String> {
    let effects = movement.ratio.iter().map(|effect| {
        let text = format!("{} {}：{}", effect.name, effect.moved, effect.points);
        format!("  - {}\n", neutral(&text))
    });
    let passed = movement.passed.iter().map(|line| format!("  - {}\n", neutral(line)));
    let causes =
        movement.causes.iter().map(|cause| format!("  - {}\n", neutral(&cause.line())));
    let lines: String = causes.chain(effects).chain(passed).collect();
    let title = neutral(&movement.title());
    let head = movement.parts.first().map(PartChange::text).unwrap_or_default();
    (!lines.is_empty()).then(|| format!("- **{title}** {}\n{lines}", neutral(&head)))
}

fn record(record: &RecordChange) -> String {
    let head = format!("- {} {}\n", record.change.label(), neutral(&record.name()));
    let fields =
        record.fields.iter().map(|field| format!("  - {}\n", neutral(&field.text())));
    fields.fold(head, |text, line| text + &line)
}

fn finding(finding: &FindingChange) -> String {
    let FindingChange { code, severity, place, message } = finding;
    format!("- {severity} `{code}` {}：{}\n", neutral(place), neutral(message))
}
