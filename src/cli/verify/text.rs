//! `tongbao verify --text`: what a bulletin prints, against the numbers it prints beside it.

use std::path::Path;

use anyhow::Result;

use crate::cli::{FINDINGS, FINE, complain, print};
use crate::figures::claims::amount::months;
use crate::figures::claims::found::FoundClaim;
use crate::figures::claims::verdict::Verdict;
use crate::figures::claims::{prose, table};
use crate::load::printed_text::read_printed_text;

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
