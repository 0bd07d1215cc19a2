//! `tongbao verify --text`: checks the claims of a bulletin by the numbers that it prints.

use std::path::Path;

use anyhow::Result;

use crate::claims::found_claim::{Computed, FoundClaim};
use crate::claims::reading::{Left, Reading, reading};
use crate::claims::verdict::Verdict;
use crate::cli::commands::verify::figures::{Account, account};
use crate::cli::console::{Exit, complain, print};
use crate::cli::data_arguments::DataArguments;
use crate::cli::progress::{Progress, Voice};
use crate::diagnostic::plain::plain_line;
use crate::load::printed_text::read_printed_text;
use crate::model::value::period::Period;

/// Numbers without a claim that are named; the rest is counted.
const MOST: usize = 20;

/// Whether a text is held against data too, and against which edition.
pub(super) struct Beside<'a> {
    pub(super) data: &'a DataArguments,
    pub(super) period: Option<&'a Period>,
}

/// Runs the command; a text of which nothing was read has not been checked.
pub(super) fn run(
    file: &Path,
    beside: Option<&Beside>,
    progress: &Progress,
) -> Result<Exit> {
    let text = read_printed_text(file)?;
    let Reading { claims, left, too_long } = reading(&text);
    progress.end();
    let account = match beside {
        Some(Beside { data, period }) => Some(account(&text, data, *period)?),
        None => None,
    };
    if let Some(account) = &account {
        account.print(
            file,
            beside.is_some_and(|beside| beside.data.voice() == Voice::Quiet),
        )?;
    }
    // What the data has as printed needs no remark on what the text leaves open.
    let is_settled = |claim: &FoundClaim| {
        let same = account.as_ref().zip(claim.spots.first());
        !claim.fails() && same.is_some_and(|(account, spot)| account.has(*spot))
    };
    let is_told =
        |claim: &FoundClaim| claim.fails() || claim.is_doubtful() && !is_settled(claim);
    for claim in claims.iter().filter(|claim| is_told(claim)) {
        print(&format!("{}\n", plain_line(&worded(file, claim))))?;
    }
    for Left { line, text, .. } in &too_long {
        let unread = format!("{}:{line}: {text}太长，没有复算", file.display());
        complain(&format!("{}\n", plain_line(&unread)));
    }
    let failing = claims.iter().filter(|claim| claim.fails()).count();
    let doubtful = claims.iter().filter(|claim| is_told(claim)).count() - failing;
    progress.note(&closing(claims.len(), failing, doubtful));
    if let Some(account) = &account {
        progress.note(&account.closing());
    } else if !left.is_empty() {
        progress.note(&format!("{}\n", plain_line(&unread(&left))));
    }
    let failing = failing + account.as_ref().map_or(0, Account::wrong);
    let is_unread = claims.is_empty() && account.as_ref().is_none_or(Account::is_empty);
    Ok(match failing {
        _ if is_unread => Exit::Failed,
        0 => Exit::Fine,
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
