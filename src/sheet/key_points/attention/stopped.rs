//! Who added nothing since the period before.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::sheet::key_points::attention::turns::{fall, has_stopped, owes};
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::key_points::timing::latest;

/// Units that are named.
const NAMED: usize = 3;

/// 生态农业商务代表队：9月没有新增到位资金，由橙转红，差0.15亿元.
pub(super) fn line(focus: &Focus) -> Option<Phrase> {
    let mut stopped: Vec<(Decimal, &Figure)> = focus.owing();
    stopped.retain(|(_, figure)| has_stopped(focus, figure));
    let all = stopped.len();
    let each = stopped.into_iter().take(NAMED).map(|(_, figure)| {
        let named =
            Phrase::default().named(&figure.scope, focus.name(&figure.scope)).text("（");
        let turn = fall(focus, figure).map(Phrase::of);
        named
            .then(Phrase::joined(turn.into_iter().chain(owes(focus, figure)), "，"))
            .text("）")
    });
    let names = Phrase::joined(each, "、");
    let rest = if all > NAMED { format!("等{all}个单位") } else { String::new() };
    let latest = latest(focus.view.sheet)?;
    (all > 0).then(|| names.text(format!("{rest}：{latest}没有新增{}", focus.thing())))
}
