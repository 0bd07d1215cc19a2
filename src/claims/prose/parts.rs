//! 其中: a number and the parts that follow it, if these are complete.

use crate::claims::amount::{Amount, contains};
use crate::claims::found_claim::FoundClaim;
use crate::claims::prose::Place;
use crate::claims::prose::sum::total;

/// Kinds of parts that exclude each other, and whether they are complete.
const PARTITIONS: &[(&[&[&str]], bool)] = &[
    (&[&["一产", "第一产业"], &["二产", "第二产业"], &["三产", "第三产业"]], true),
    (&[&["新建", "新签", "新开工"], &["续建", "结转"]], true),
    (&[&["省外"], &["省内"]], false),
    (&[&["内资"], &["外资"]], true),
    (&[&["农业"], &["工业"], &["服务业"]], false),
];

impl Place<'_> {
    pub(super) fn parts(&self) -> Option<FoundClaim> {
        let next = Place { at: self.at + 1, ..*self };
        let first = self.amounts.get(next.at)?;
        let listed =
            first.before.contains("其中") && first.dimension == self.amount().dimension;
        if !listed || !self.amount().is_actual() {
            return None;
        }
        let parts: Vec<&Amount> = next.list().iter().take(26).collect();
        let complete = is_complete(&parts)?;
        let covers_all = complete || total(next.list())? >= self.amount().value;
        covers_all.then(|| self.added("总数", &parts)).flatten()
    }
}

/// Returns whether parts that exclude each other leave nothing beside them; `None` if they may
/// overlap.
fn is_complete(parts: &[&Amount]) -> Option<bool> {
    let names: Vec<String> =
        parts.iter().map(|amount| amount.phrase().replace("市外省内", "")).collect();
    let rough = parts
        .iter()
        .any(|amount| !amount.is_actual() || amount.follows(&["以上", "以下"]));
    let covers = |kinds: &[&[&str]]| {
        kinds
            .iter()
            .all(|kind| names.iter().filter(|name| contains(name, kind)).count() == 1)
    };
    let (_, complete) = PARTITIONS.iter().find(|(kinds, _)| covers(kinds))?;
    (!rough).then_some(*complete)
}
