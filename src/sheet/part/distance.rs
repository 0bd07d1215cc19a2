//! How far a number is from what it is held against, in words.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::words::number::{POINTS, fixed, too_little};

impl IndicatorView<'_> {
    /// A distance in words: which side of the mark it is on, and how far.
    pub(super) fn distance(
        &self,
        number: Decimal,
        running: bool,
        words: [&str; 3],
    ) -> String {
        let [above, below, level] = words;
        let amount = fixed(number.abs(), self.indicator().places());
        let unit = if self.is_rate() { "个百分点" } else { self.unit() };
        let unit = if running || self.is_rate() { unit } else { "" };
        match number {
            number if number.is_zero() => level.to_owned(),
            number if number.is_sign_negative() => format!("{below}{amount}{unit}"),
            _ => format!("{above}{amount}{unit}"),
        }
    }

    /// How far a value is from its target; running text names the target of a rate.
    pub(super) fn gap(&self, figure: &Figure, gap: Decimal, running: bool) -> String {
        let places = self.indicator().places();
        if running && self.is_just_below(figure) {
            let unit = if self.is_rate() { POINTS } else { self.unit() };
            return format!("距目标还差{}{unit}", too_little(places));
        }
        let amount = fixed(gap.abs(), places);
        if self.is_rate() {
            let target = self.plain(figure, FigurePart::Target, true);
            let word = match gap {
                gap if gap.is_zero() && !running => return "持平".to_owned(),
                gap if gap.is_zero() => return format!("与{target}的目标持平"),
                gap if gap.is_sign_negative() => "低",
                _ => "高",
            };
            return if running {
                format!("{word}于{target}的目标{amount}个百分点")
            } else {
                format!("{word}{amount}个百分点")
            };
        }
        let amount = format!("{amount}{}", if running { self.unit() } else { "" });
        match gap {
            gap if gap.is_zero() && !running => "持平".to_owned(),
            gap if gap.is_zero() => "与目标持平".to_owned(),
            gap if gap.is_sign_negative() && running => format!("距目标还差{amount}"),
            gap if gap.is_sign_negative() => format!("差{amount}"),
            _ if running => format!("超目标{amount}"),
            _ => format!("超{amount}"),
        }
    }
}
