//! What follows from known sums by adding and subtracting them: exact elimination over a prime field.
//!
//! A sum is a form: how often each unknown enters it. From `a + b = 5` and `b + c = 7` one may take
//! `a − c`, but not `a`. As in solving equations by hand, each new sum is reduced by the rows before
//! it, until its first unknown is the first of no other row. A form follows from the sums exactly
//! if reducing it leaves nothing, and the rows that were used say which sums give it. Decimals would
//! grow without end in divisions, and rounding would take a small remainder for nothing; so numbers
//! are taken modulo a large prime, where every division is exact.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rust_decimal::Decimal;

/// A prime so large that numbers of a book do not meet by accident (2^61 - 1).
const PRIME: u64 = (1 << 61) - 1;

/// Fractions are of whole numbers below this one: two of them never stand for the same number.
const LARGEST: i128 = 1 << 30;

/// How often each unknown enters a sum; numbers of the field, none of them zero.
pub(super) type Form = BTreeMap<usize, u64>;

/// Everything that sums give when they are added and subtracted.
#[derive(Debug, Default)]
pub(super) struct Span {
    /// Sums reduced by those before them, by the first unknown of each.
    rows: BTreeMap<usize, Row>,
}

/// A form, and how often each known sum enters it.
#[derive(Clone, Debug, Default)]
struct Row {
    form: Form,
    from: Form,
}

impl Span {
    /// Adds a known sum under its number.
    pub(super) fn add(&mut self, number: usize, form: &Form) {
        let row = Row { form: form.clone(), from: Form::from([(number, 1)]) };
        let mut reduced = self.reduced(row);
        let Some((first, lead)) = reduced.form.iter().next() else { return };
        let (first, scale) = (*first, inverse(*lead));
        for form in [&mut reduced.form, &mut reduced.from] {
            form.values_mut().for_each(|times| *times = product(*times, scale));
        }
        self.rows.insert(first, reduced);
    }

    /// Returns how often each known sum enters a form that follows from them; `None` if it
    /// does not follow.
    pub(super) fn giving(&self, form: &Form) -> Option<Form> {
        let reduced = self.reduced(Row { form: form.clone(), from: Form::new() });
        let negated = reduced.from.into_iter().map(|(sum, times)| (sum, PRIME - times));
        reduced.form.is_empty().then(|| negated.collect())
    }

    /// Takes rows away from a form until its first unknown is the first of no row.
    fn reduced(&self, mut row: Row) -> Row {
        while let Some((first, lead)) = row.form.iter().next() {
            let Some(known_row) = self.rows.get(first) else { break };
            let times = PRIME - *lead;
            add(&mut row.form, &known_row.form, times);
            add(&mut row.from, &known_row.from, times);
        }
        row
    }
}

/// Adds a multiple of a form; unknowns that enter no longer are removed.
fn add(form: &mut Form, other: &Form, times: u64) {
    for (unknown, value) in other {
        put(form, *unknown, product(*value, times));
    }
}

/// Adds a number of the field to an entry, which is gone where it comes to nothing.
pub(super) fn put<K: Ord>(entries: &mut BTreeMap<K, u64>, key: K, times: u64) {
    match entries.entry(key) {
        Entry::Vacant(entry) if times != 0 => drop(entry.insert(times)),
        Entry::Vacant(_) => {}
        Entry::Occupied(mut entry) => match sum(*entry.get(), times) {
            0 => drop(entry.remove()),
            total => *entry.get_mut() = total,
        },
    }
}

/// The negative of a number of the field.
pub(super) fn negative(value: u64) -> u64 {
    (PRIME - value) % PRIME
}

/// The quotient of two decimals as a number of the field.
pub(super) fn ratio(dividend: Decimal, divisor: Decimal) -> u64 {
    product(number(dividend), inverse(number(divisor)))
}

/// The fraction of small whole numbers that a number of the field stands for; `None` if there
/// is none. It is what Euclid's algorithm meets half-way.
pub(super) fn fraction(value: u64) -> Option<(i64, i64)> {
    let (mut before, mut rest) = (i128::from(PRIME), i128::from(value));
    let (mut last, mut below) = (0_i128, 1_i128);
    while rest >= LARGEST {
        let times = before / rest;
        (before, rest) = (rest, before - times * rest);
        (last, below) = (below, last - times * below);
    }
    let (above, below) = if below < 0 { (-rest, -below) } else { (rest, below) };
    if below >= LARGEST {
        return None;
    }
    Some((i64::try_from(above).ok()?, i64::try_from(below).ok()?))
}

/// The sum of two numbers of the field.
pub(super) fn sum(left: u64, right: u64) -> u64 {
    (left + right) % PRIME
}

/// The difference of two forms.
pub(super) fn less(mut form: Form, other: &Form) -> Form {
    add(&mut form, other, PRIME - 1);
    form
}

/// A decimal as a number of the field.
pub(super) fn number(decimal: Decimal) -> u64 {
    let digits = decimal.mantissa().rem_euclid(i128::from(PRIME));
    let digits = u64::try_from(digits).unwrap_or_default();
    match decimal.scale() {
        0 => digits,
        scale => product(digits, inverse(power(10, u64::from(scale)))),
    }
}

/// The product of two numbers of the field.
pub(super) fn product(left: u64, right: u64) -> u64 {
    let product = u128::from(left) * u128::from(right) % u128::from(PRIME);
    u64::try_from(product).unwrap_or_default()
}

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut result, mut square) = (1, base);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = product(result, square);
        }
        square = product(square, square);
        exponent /= 2;
    }
    result
}

/// By Fermat's little theorem.
fn inverse(value: u64) -> u64 {
    power(value, PRIME - 2)
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use super::*;

    fn form(parts: &[(usize, &str)]) -> Form {
        parts
            .iter()
            .map(|(unknown, times)| (*unknown, number(Decimal::from_str(times).unwrap())))
            .collect()
    }

    #[test]
    fn what_sums_give_is_found_with_the_sums_that_give_it() {
        let mut span = Span::default();
        span.add(0, &form(&[(1, "1"), (2, "1")]));
        span.add(1, &form(&[(2, "0.5"), (3, "1")]));
        span.add(2, &form(&[(1, "1"), (3, "-1")]));
        // 6(a + b) − 6(b÷2 + c) − 6(a − c) = 3b
        let times =
            ["6", "-6", "-6"].map(|times| number(Decimal::from_str(times).unwrap()));
        let giving = Form::from([(0, times[0]), (1, times[1]), (2, times[2])]);
        assert_eq!(span.giving(&form(&[(2, "3")])), Some(giving));
        assert_eq!(span.giving(&form(&[(4, "1")])), None);
        let mut two = Span::default();
        two.add(0, &form(&[(1, "1"), (2, "1")]));
        two.add(1, &form(&[(2, "1"), (3, "1")]));
        let giving = Form::from([(0, 1), (1, negative(1))]);
        assert_eq!(two.giving(&form(&[(1, "1"), (3, "-1")])), Some(giving));
        assert_eq!(two.giving(&form(&[(1, "1")])), None);
    }

    #[test]
    fn a_number_of_the_field_is_the_fraction_that_it_stands_for() {
        let field = |text: &str| number(Decimal::from_str(text).unwrap());
        assert_eq!(fraction(field("-1")), Some((-1, 1)));
        assert_eq!(fraction(field("0.8")), Some((4, 5)));
        assert_eq!(fraction(ratio(Decimal::from(-7), Decimal::from(3))), Some((-7, 3)));
        assert_eq!(fraction(0), Some((0, 1)));
    }
}
