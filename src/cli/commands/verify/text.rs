//! `tongbao verify --text`: what a bulletin prints, against the numbers it prints beside it.

use std::path::Path;

use anyhow::Result;

use crate::claims::amount::{months, too_long};
use crate::claims::found::FoundClaim;
use crate::claims::verdict::Verdict;
use crate::claims::{prose, table};
use crate::cli::{FINDINGS, FINE, complain, print};
use crate::load::printed_text::read_printed_text;
use crate::model::printed::text::PrintedText;

/// Runs the command.
pub(super) fn run(file: &Path) -> Result<u8> {
    let text = read_printed_text(file)?;
    let month = text.sentences.iter().find_map(|sentence| months(&sentence.text));
    let mut found = prose::claims(&text);
    found.extend(text.tables.iter().flat_map(|one| table::claims(one, month)));
    found.sort_by_key(|claim| claim.line);
    for claim in found.iter().filter(|claim| claim.fails() || claim.is_doubtful()) {
        print(&worded(file, claim))?;
    }
    for (line, number) in unread(&text) {
        complain(&format!("{}:{line}: {number}太长，没有复算\n", file.display()));
    }
    let failing = found.iter().filter(|claim| claim.fails()).count();
    let doubtful = found.iter().filter(|claim| claim.is_doubtful()).count();
    complain(&match (found.len(), failing, doubtful) {
        (0, ..) => "没有找到可以复算的数\n".to_owned(),
        (all, 0, 0) => format!("复算了{all}处，都对得上\n"),
        (all, failing, 0) => format!("复算了{all}处，{failing}处对不上\n"),
        (all, 0, doubtful) => format!("复算了{all}处，没有错，{doubtful}处有提示\n"),
        (all, failing, doubtful) => {
            format!("复算了{all}处，{failing}处对不上，另有{doubtful}处提示\n")
        }
    });
    Ok(if failing == 0 { FINE } else { FINDINGS })
}

/// The numbers that are too long to be computed with, each with its line.
fn unread(text: &PrintedText) -> Vec<(usize, &str)> {
    let sentences = text.sentences.iter().map(|one| (one.line, &one.text));
    let rows = text.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.flat_map(|row| row.cells.iter().map(|cell| (row.line, cell)));
    let texts = sentences.chain(cells);
    let mut found: Vec<(usize, &str)> = texts
        .flat_map(|(line, text)| too_long(text).map(move |number| (line, number)))
        .collect();
    found.sort_by_key(|(line, _)| *line);
    found
}

fn worded(file: &Path, claim: &FoundClaim) -> String {
    let FoundClaim { line, what, printed, basis, computed, verdict, assumed } = claim;
    let head = format!("{}:{line}: {what}印{printed}", file.display());
    match verdict {
        _ if computed.is_empty() => format!("{head}，{basis}\n"),
        _ if *assumed => {
            format!("{head}，旁边没有印序时进度，如按{basis}，是{computed}（提示）\n")
        }
        _ if claim.is_doubtful() => {
            format!("{head}，按{basis}是{computed}，在取整误差内（提示）\n")
        }
        Verdict::Truncated => {
            format!("{head}，按{basis}应为{computed}（截去了尾数，没有四舍五入）\n")
        }
        _ => format!("{head}，按{basis}应为{computed}\n"),
    }
}
