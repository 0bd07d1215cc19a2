//! Judged claims as lines that other programs read.

use serde::Serialize;

use crate::claims::verdict::judge;
use crate::model::printed::claim::{Claim, ClaimedBulletin};

/// One printed value with what is computed.
#[derive(Debug, Serialize)]
pub struct ClaimLine {
    bulletin: String,
    index: usize,
    label: String,
    printed: String,
    computed: Option<String>,
    verdict: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    problem: String,
    /// The verdict that the file records, if it is a different one.
    #[serde(skip_serializing_if = "Option::is_none")]
    recorded: Option<String>,
    /// Whether the verdict differs from the recorded one, or, if none is recorded, the value from
    /// the printed one.
    #[serde(skip)]
    pub surprising: bool,
}

/// One line for each value that the bulletins print, counted from 0 in each.
pub fn claim_lines(bulletins: &[ClaimedBulletin]) -> Vec<ClaimLine> {
    bulletins
        .iter()
        .flat_map(|bulletin| {
            let claims = bulletin.claims.iter().enumerate();
            claims.map(move |(index, claim)| line(bulletin, index, claim))
        })
        .collect()
}

fn line(bulletin: &ClaimedBulletin, index: usize, claim: &Claim) -> ClaimLine {
    let judged = judge(claim, &bulletin.numbers);
    let verdict = judged.verdict.id();
    ClaimLine {
        bulletin: bulletin.id.clone(),
        index,
        label: claim.label.clone(),
        printed: claim.printed.clone(),
        computed: judged.computed,
        verdict,
        problem: judged.problem,
        recorded: claim.known.clone().filter(|recorded| recorded != verdict),
        surprising: match &claim.known {
            Some(recorded) => recorded != verdict,
            None => !judged.verdict.holds(),
        },
    }
}
