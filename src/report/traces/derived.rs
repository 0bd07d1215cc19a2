//! The step of a trace that says how a derived value was worked out.

use crate::figures::derived::input::{Input, PRINTED};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::plan::indicator::MeasureKind;
use crate::sheet::IndicatorView;
use crate::words::number::{exact, fixed};

/// What a derived value is worked out from, with the numbers put in: `27÷28＝96.43%`.
pub(super) fn derived(view: &IndicatorView, figure: &Figure) -> String {
    let number = |input: &Input| match input.value.known() {
        Some(value) => format!("{}{}", exact(value), input.unit.word),
        None => "—".to_owned(),
    };
    let named =
        |input: &Input| format!("{}“{}”{}", input.role, input.name, number(input));
    let inputs = figure.inputs.iter().map(named).collect::<Vec<_>>().join("，");
    let Some(value) = figure.value.known() else {
        let reason = figure.value.as_ref().err().map(|missing| missing.label());
        return format!("{inputs}；—（{}）", reason.unwrap_or_default());
    };
    let places = view.indicator().places();
    let result = format!("{}{}", fixed(value, places), view.unit());
    let formula = match (view.indicator().measure, figure.inputs.as_slice()) {
        (_, [_, printed]) if printed.role == PRINTED => "照原文".to_owned(),
        (MeasureKind::Growth, [now, before]) => {
            let (now, before) = (number(now), number(before));
            format!("（{now}－{before}）÷{before}＝{result}")
        }
        (MeasureKind::Difference, [from, less]) => {
            format!("{}－{}＝{result}", number(from), number(less))
        }
        (MeasureKind::Capped, [whole, besides, limit]) => {
            let [whole, besides, limit] = [whole, besides, limit].map(number);
            format!("{whole}＋{besides}（最多计到{whole}×{limit}）＝{result}")
        }
        (MeasureKind::Scaled, [reported, found, sampled]) => {
            let [reported, found, sampled] = [reported, found, sampled].map(number);
            format!("{reported}×{found}÷{sampled}＝{result}")
        }
        (_, [above, below]) => format!("{}÷{}＝{result}", number(above), number(below)),
        _ => result,
    };
    format!("{inputs}；{formula}")
}
