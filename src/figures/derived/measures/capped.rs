//! 限额计入: a figure, and another up to a share of it, such as working capital up to 30 % of what
//! was invested in fixed assets.

use rust_decimal::Decimal;

use crate::figures::derived::input::Input;
use crate::figures::derived::measure::DerivedMeasure;
use crate::figures::exact::product;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::quantity::{Base, Denomination};

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Capped,
    manual: "一个数，加上另一个数不超过它的限比的部分；各单位和合计各自限额",
    named: |indicator| vec![&indicator.base, &indicator.besides],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        let limit = indicator.limit.map(|limit| limit.0 * Decimal::ONE_HUNDRED);
        vec![
            sources.input("全额计入", &indicator.base, scope),
            sources.input("限额计入", &indicator.besides, scope),
            Input {
                role: "限比",
                name: "最多计到全额的".to_owned(),
                figure: None,
                value: limit.ok_or(Missing::Overflow),
                unit: Denomination { word: "%", base: Base::Share, power: -2 },
                demo: false,
                lacks: Vec::new(),
                is_own: true,
            },
        ]
    },
    value: capped,
};

fn capped(inputs: &[Input]) -> Outcome {
    let [whole, besides, limit] = inputs else { return Err(Missing::Overflow) };
    let (whole, besides) = (whole.in_base()?, besides.in_base()?);
    let most = product(whole, limit.in_base()?).ok_or(Missing::Overflow)?;
    Ok(whole + besides.min(most))
}
