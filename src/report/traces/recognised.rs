//! What superior organs recognised, as a step of a trace.

use crate::figures::figure::Figure;
use crate::model::record::reported::Total;
use crate::sheet::IndicatorView;
use crate::words::date;

/// What superior organs recognised: `市招商投资局2024年2月26日核定67.25亿元，核减1.20亿元`.
pub(super) fn recognised(view: &IndicatorView, figure: &Figure) -> Vec<String> {
    let is_of = |total: &Total| {
        view.indicator().is_called(total.indicator.as_str())
            && view.sheet.scope_of(total).as_ref() == Some(&figure.scope)
    };
    let told = |total: Total| {
        let beside = view.beside(figure, &total)?;
        let value = view.recognised(figure, beside).text;
        let organ = total.organ.unwrap_or_default();
        let day = total.recognised.map(date::day).unwrap_or_default();
        let reduction = view.reduction(figure, beside).map(|number| number.text);
        let reduction = reduction.map(|text| format!("，{text}")).unwrap_or_default();
        let cause = total.cause.map(|cause| format!("（{cause}）")).unwrap_or_default();
        Some(format!("{organ}{day}核定{value}{reduction}{cause}；核定数不计入"))
    };
    let totals = view.sheet.recognised().into_iter();
    totals.filter(is_of).filter_map(told).collect()
}
