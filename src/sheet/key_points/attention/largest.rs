//! Who owes most, and what else that unit owes.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::sheet::key_points::attention::turns::fall;
use crate::sheet::key_points::focus::Focus;
use crate::sheet::key_points::phrase::Phrase;
use crate::sheet::part::FigurePart;

/// 县交通局：到位资金4.33亿元，距节点差1.27亿元；正式合同额30.01亿元，距全年目标差19.99亿元，两项差额均为各单位最大.
pub(super) fn line(focus: &Focus) -> Option<Phrase> {
    let owing = focus.owing();
    let (_, figure) = owing.first()?;
    let turn = fall(focus, figure).map(|turn| format!("{turn}，")).unwrap_or_default();
    let line = Phrase::default()
        .named(&figure.scope, focus.name(&figure.scope))
        .text(format!("：{turn}"))
        .then(owed(focus, figure)?);
    let second = focus.second();
    let other = second.as_ref().and_then(|second| {
        let (_, other) = second.owing().into_iter().next()?;
        // What another unit owes most of is another story.
        (other.scope == figure.scope).then(|| owed(second, other))?
    });
    Some(match other {
        Some(other) => line.text("；").then(other).text("，两项差额均为各单位最大"),
        None => line,
    })
}

/// 到位资金4.33亿元，距节点差1.27亿元.
fn owed(focus: &Focus, figure: &Figure) -> Option<Phrase> {
    let view = &focus.view;
    figure.value.known()?;
    Some(
        Phrase::of(focus.thing())
            .number(view.number(figure, FigurePart::Value, true))
            .text(format!("，{}", focus.below(&focus.short_aim())))
            .number(focus.distance(figure)?),
    )
}
