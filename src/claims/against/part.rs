//! Which part of a figure a number is, and whether it is that number.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::claims::against::word::Word;
use crate::claims::number::unit::Dimension;
use crate::figures::exact::round;
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::value::quantity::{Base, Denomination};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, PARTS};

/// A part of a figure, and whether it is printed with the other sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) part: FigurePart,
    pub(super) is_turned: bool,
}

impl Said {
    fn plain(part: FigurePart) -> Said {
        Said { part, is_turned: false }
    }

    /// Returns what a number is that goes on with the one before it: 完成全年目标70亿元的77.25%,
    /// 县交通局7亿元 behind the target of another, 完成率77.25%，欠2.75个百分点.
    pub(super) fn next(
        last: FigurePart,
        words: &BTreeSet<Word>,
        dimension: Dimension,
        is_moved: bool,
    ) -> Option<Said> {
        let telling =
            words.iter().filter(|word| !matches!(word, Word::Filler | Word::Joint));
        let telling: Vec<Word> = telling.copied().collect();
        match (last, telling.as_slice(), dimension) {
            (FigurePart::Target, [Word::Of], Dimension::Percent) => {
                Some(Said::plain(FigurePart::Completion))
            }
            (
                FigurePart::Completion,
                [side @ (Word::Ahead | Word::Behind)],
                Dimension::Points,
            ) => Some(Said { part: FigurePart::Lead, is_turned: *side == Word::Behind }),
            (FigurePart::Value | FigurePart::Target, [], _) if is_moved => {
                Some(Said::plain(last))
            }
            _ => None,
        }
    }

    /// Returns that a number is a lead, with its own sign.
    pub(super) fn lead() -> Said {
        Said::plain(FigurePart::Lead)
    }

    /// Returns what a number is by the words before it; `None` if they say too much or too little.
    /// `is_named` is whether they name the indicator.
    pub(super) fn of(
        words: &BTreeSet<Word>,
        dimension: Dimension,
        is_rate: bool,
        is_named: bool,
    ) -> Option<Said> {
        let has = |word| words.contains(&word);
        let is_led = has(Word::Ahead) || has(Word::Behind);
        let is_turned = has(Word::Behind);
        if has(Word::Ahead) && is_turned {
            return None;
        }
        match dimension {
            Dimension::Percent if has(Word::Rate) && !is_led => {
                Some(Said::plain(FigurePart::Completion))
            }
            Dimension::Percent if has(Word::Schedule) && !is_led => {
                Some(Said::plain(FigurePart::Schedule))
            }
            Dimension::Percent if !is_rate => {
                let of_target = has(Word::Target) && has(Word::Done) && has(Word::Of);
                // 完成77.25% says nothing but that.
                let is_bare =
                    words.iter().all(|word| matches!(word, Word::Done | Word::Filler));
                let is_rate = of_target || is_bare && has(Word::Done);
                is_rate.then_some(Said::plain(FigurePart::Completion))
            }
            Dimension::Points => {
                let is_lead = has(Word::Schedule) && is_led;
                is_lead.then_some(Said { part: FigurePart::Lead, is_turned })
            }
            _ if has(Word::Schedule) => {
                // What is due less what is there: it is behind that is positive.
                let part = FigurePart::Shortfall;
                is_led.then_some(Said { part, is_turned: !is_turned })
            }
            _ if is_led || has(Word::Rate) => None,
            _ => quantity(words, is_named).map(Said::plain),
        }
    }

    /// Returns what the part is called.
    pub(super) fn label(self) -> &'static str {
        match self.part {
            FigurePart::Value => "",
            part => {
                PARTS.iter().find(|(known, ..)| *known == part).map_or("", |one| one.1)
            }
        }
    }
}

fn quantity(words: &BTreeSet<Word>, is_named: bool) -> Option<FigurePart> {
    let has = |word| words.contains(&word);
    let said: Vec<FigurePart> = [
        (Word::Remaining, FigurePart::Remaining),
        (Word::Needed, FigurePart::Needed),
        (Word::Projected, FigurePart::Projection),
    ]
    .into_iter()
    .filter_map(|(word, part)| has(word).then_some(part))
    .collect();
    match said.as_slice() {
        [part] => Some(*part),
        [] if has(Word::Target) => (!has(Word::Of)).then_some(FigurePart::Target),
        [] if has(Word::Annual) => None,
        [] => (is_named || has(Word::Done)).then_some(FigurePart::Value),
        _ => None,
    }
}

/// Returns the numbers of a part as they may be printed: those of the ruling target first. None if
/// there is none, or if they are of another kind than a printed one.
pub(super) fn numbers(
    view: &IndicatorView,
    figure: &Figure,
    said: Said,
    dimension: Dimension,
) -> Vec<Decimal> {
    let ruling = view.outcome(figure, said.part).ok();
    let others = figure.targets.iter().filter_map(|target| match said.part {
        FigurePart::Target => target.set.value,
        FigurePart::Completion => target.completion.known(),
        _ => None,
    });
    let all = ruling.into_iter().chain(others);
    let sign = if said.is_turned { -Decimal::ONE } else { Decimal::ONE };
    let places = view.indicator().places();
    all.flat_map(|number| match said.part {
        FigurePart::Completion | FigurePart::Schedule => {
            [number.checked_mul(Decimal::ONE_HUNDRED), None]
        }
        FigurePart::Lead => [Some(number), None],
        // What is printed may be converted: 4.33亿元 to 43300万元.
        _ => [number, round(number, places)]
            .map(|number| converted(number, view.indicator().unit, dimension)),
    })
    .flatten()
    .filter_map(|number| number.checked_mul(sign))
    .collect()
}

/// Converts a number to the largest unit of its kind, in which printed numbers are held.
fn converted(
    number: Decimal,
    unit: Denomination,
    dimension: Dimension,
) -> Option<Decimal> {
    match dimension {
        Dimension::Money(currency) => {
            let largest = Denomination::of(&format!("亿{currency}"))?;
            largest.of_base(unit.to_base(number)?).filter(|_| largest.base == unit.base)
        }
        Dimension::Count(word) => {
            let printed = Denomination::of(word)?;
            let is_like = unit.base == Base::Count && unit.is_like(printed);
            is_like.then(|| printed.of_base(unit.to_base(number)?)).flatten()
        }
        Dimension::Percent => (unit.base == Base::Share).then_some(number),
        Dimension::Points => (unit.base == Base::Points).then_some(number),
        Dimension::Times | Dimension::Other => None,
    }
}

/// Returns whether a printed number is a computed one, rounded to its places.
pub(super) fn is_same(printed: Decimal, number: Decimal) -> bool {
    round(number, printed.scale()) == printed
}
