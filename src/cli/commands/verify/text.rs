//! `tongbao verify --text`: checks the claims of a bulletin by the numbers that it prints.

use std::path::Path;

use anyhow::Result;

use crate::claims::found_claim::{Computed, FoundClaim};
use crate::claims::reading::{Left, Reading, reading};
use crate::claims::verdict::Verdict;
use crate::cli::console::{Exit, complain, print};
use crate::cli::progress::Progress;
use crate::diagnostic::plain::plain_line;
use crate::load::printed_text::read_printed_text;

/// Numbers without a claim that are named; the rest is counted.
const MOST: usize = 20;

/// Runs the command; a text without any claim has not been checked.
pub(super) fn run(file: &Path, progress: &Progress) -> Result<Exit> {
    let Reading { claims, left, too_long } = reading(&read_printed_text(file)?);
    progress.end();
    for claim in claims.iter().filter(|claim| claim.fails() || claim.is_doubtful()) {
        print(&format!("{}\n", plain_line(&worded(file, claim))))?;
    }
    for Left { line, text, .. } in &too_long {
        let unread = format!("{}:{line}: {text}太长，没有复算", file.display());
        complain(&format!("{}\n", plain_line(&unread)));
    }
    let failing = claims.iter().filter(|claim| claim.fails()).count();
    let doubtful = claims.iter().filter(|claim| claim.is_doubtful()).count();
    progress.note(&closing(claims.len(), failing, doubtful));
    if !left.is_empty() {
        progress.note(&format!("{}\n", plain_line(&unread(&left))));
    }
    Ok(match (claims.len(), failing) {
        (0, _) => Exit::Failed,
        (_, 0) => Exit::Fine,
        _ => Exit::Findings,
    })
}

fn closing(all: usize, failing: usize, doubtful: usize) -> String {
    match (all, failing, doubtful) {
        (0, ..) => "没有找到可以复算的数，等于没有核对\n".to_owned(),
        (_, 0, 0) => format!("复算了{all}处，都对得上\n"),
        (_, _, 0) => format!("复算了{all}处，{failing}处对不上\n"),
        (_, 0, _) => format!("复算了{all}处，没有错，{doubtful}处有提示\n"),
        _ => format!("复算了{all}处，{failing}处对不上，另有{doubtful}处提示\n"),
    }
}

/// Says which numbers no claim rests on; where they are many, those that a text computes first.
fn unread(left: &[Left]) -> String {
    let mut named: Vec<(usize, &Left)> = left.iter().enumerate().collect();
    named.sort_by_key(|(_, left)| !left.is_derived);
    named.truncate(MOST);
    named.sort_by_key(|(place, _)| *place);
    let lines =
        named.chunk_by(|(_, one), (_, next)| one.line == next.line).map(|lefts| {
            let texts: Vec<&str> =
                lefts.iter().map(|(_, left)| left.text.as_str()).collect();
            format!("第{}行{}", lefts[0].1.line, texts.join("、"))
        });
    let lines: Vec<String> = lines.collect();
    let more = if left.len() > MOST { "等" } else { "" };
    format!("另有{}个数没有复算：{}{more}", left.len(), lines.join("；"))
}

fn worded(file: &Path, claim: &FoundClaim) -> String {
    let FoundClaim { line, what, printed, basis, computed, verdict, assumed, .. } = claim;
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
