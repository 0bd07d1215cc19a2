//! `tongbao verify --text`: checks the claims of a bulletin by the numbers that it prints.

use std::path::Path;

use anyhow::Result;

use crate::claims::amount::{months, too_long};
use crate::claims::found_claim::{Computed, FoundClaim};
use crate::claims::verdict::Verdict;
use crate::claims::{prose, table};
use crate::cli::console::{Exit, complain, print};
use crate::cli::progress::Progress;
use crate::diagnostic::plain::plain_line;
use crate::load::printed_text::read_printed_text;
use crate::model::printed::text::PrintedText;

/// Runs the command.
pub(super) fn run(file: &Path, progress: &Progress) -> Result<Exit> {
    let text = read_printed_text(file)?;
    let claims = claims(&text);
    progress.end();
    for claim in claims.iter().filter(|claim| claim.fails() || claim.is_doubtful()) {
        print(&format!("{}\n", plain_line(&worded(file, claim))))?;
    }
    for (line, number) in unread(&text) {
        let unread = format!("{}:{line}: {number}太长，没有复算", file.display());
        complain(&format!("{}\n", plain_line(&unread)));
    }
    let failing = claims.iter().filter(|claim| claim.fails()).count();
    let doubtful = claims.iter().filter(|claim| claim.is_doubtful()).count();
    progress.note(&closing(claims.len(), failing, doubtful));
    Ok(if failing == 0 { Exit::Fine } else { Exit::Findings })
}

/// Returns the claims of sentences and tables, in the order of their lines.
fn claims(text: &PrintedText) -> Vec<FoundClaim> {
    let month = text.sentences.iter().find_map(|sentence| months(&sentence.text));
    let mut claims = prose::claims(text);
    claims.extend(text.tables.iter().flat_map(|table| table::claims(table, month)));
    claims.sort_by_key(|claim| claim.line);
    claims
}

/// Returns the numbers that are too long to be computed with, each with its line.
fn unread(text: &PrintedText) -> Vec<(usize, &str)> {
    let sentences = text.sentences.iter().map(|sentence| (sentence.line, &sentence.text));
    let rows = text.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.flat_map(|row| row.cells.iter().map(|cell| (row.line, cell)));
    let mut numbers: Vec<(usize, &str)> = sentences
        .chain(cells)
        .flat_map(|(line, text)| too_long(text).map(move |number| (line, number)))
        .collect();
    numbers.sort_by_key(|(line, _)| *line);
    numbers
}

fn closing(all: usize, failing: usize, doubtful: usize) -> String {
    match (all, failing, doubtful) {
        (0, ..) => "没有找到可以复算的数\n".to_owned(),
        (_, 0, 0) => format!("复算了{all}处，都对得上\n"),
        (_, _, 0) => format!("复算了{all}处，{failing}处对不上\n"),
        (_, 0, _) => format!("复算了{all}处，没有错，{doubtful}处有提示\n"),
        _ => format!("复算了{all}处，{failing}处对不上，另有{doubtful}处提示\n"),
    }
}

fn worded(file: &Path, claim: &FoundClaim) -> String {
    let FoundClaim { line, what, printed, basis, computed, verdict, assumed } = claim;
    let head = format!("{}:{line}: {what}印{printed}", file.display());
    match verdict {
        _ if *computed == Computed::Nothing => format!("{head}，{basis}"),
        _ if *assumed => {
            format!("{head}，旁边没有印序时进度，如按{basis}，是{computed}（提示）")
        }
        _ if claim.is_doubtful() => {
            format!("{head}，按{basis}是{computed}，在取整误差内（提示）")
        }
        Verdict::Truncated => {
            format!("{head}，按{basis}应为{computed}（截去了尾数，没有四舍五入）")
        }
        _ => format!("{head}，按{basis}应为{computed}"),
    }
}
