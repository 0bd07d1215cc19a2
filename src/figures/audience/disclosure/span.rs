//! What follows from known sums by adding and subtracting them: exact elimination over a prime field.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

/// A prime so large that numbers of a book do not meet by accident (2^61 - 1).
const PRIME: u64 = (1 << 61) - 1;

/// How often each unknown enters a sum; numbers of the field, none of them zero.
pub(super) type Form = BTreeMap<usize, u64>;

/// Everything that sums give when they are added and subtracted.
#[derive(Debug, Default)]
pub(super) struct Span {
    /// Sums reduced by those before them, by the first unknown of each.
    rows: BTreeMap<usize, Row>,
}

/// A sum, and the known sums that it is made of.
#[derive(Clone, Debug, Default)]
struct Row {
    form: Form,
    from: Form,
}

impl Span {
    /// Adds a known sum under its number.
    pub(super) fn add(&mut self, number: usize, form: &Form) {
        let row = Row { form: form.clone(), from: Form::from([(number, 1)]) };
        let mut rest = self.reduced(row);
        let Some((first, lead)) = rest.form.iter().next() else { return };
        let (first, scale) = (*first, inverse(*lead));
        for part in [&mut rest.form, &mut rest.from] {
            part.values_mut().for_each(|value| *value = product(*value, scale));
        }
        self.rows.insert(first, rest);
    }

    /// The numbers of the known sums that give a sum; none where they do not.
    pub(super) fn giving(&self, form: &Form) -> Option<Vec<usize>> {
        let rest = self.reduced(Row { form: form.clone(), from: Form::new() });
        rest.form.is_empty().then(|| rest.from.into_keys().collect())
    }

    /// What is left of a sum once its first unknown is in no row.
    fn reduced(&self, mut row: Row) -> Row {
        while let Some((first, lead)) = row.form.iter().next() {
            let Some(known) = self.rows.get(first) else { break };
            let less = PRIME - *lead;
            add(&mut row.form, &known.form, less);
            add(&mut row.from, &known.from, less);
        }
        row
    }
}

/// Adds a multiple of a form; what comes to nothing goes away.
fn add(form: &mut Form, other: &Form, times: u64) {
    for (unknown, value) in other {
        let own = form.entry(*unknown).or_default();
        *own = sum(*own, product(*value, times));
        if *own == 0 {
            form.remove(unknown);
        }
    }
}

/// Two numbers of the field added up.
pub(super) fn sum(left: u64, right: u64) -> u64 {
    (left + right) % PRIME
}

/// A form less another.
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

fn product(left: u64, right: u64) -> u64 {
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
        let part = |(unknown, times): &(usize, &str)| {
            (*unknown, number(Decimal::from_str(times).unwrap()))
        };
        parts.iter().map(part).collect()
    }

    #[test]
    fn what_sums_give_is_found_with_the_sums_that_give_it() {
        let mut span = Span::default();
        span.add(0, &form(&[(1, "1"), (2, "1")]));
        span.add(1, &form(&[(2, "0.5"), (3, "1")]));
        span.add(2, &form(&[(1, "1"), (3, "-1")]));
        assert_eq!(span.giving(&form(&[(2, "3")])), Some(vec![0, 1, 2]));
        assert_eq!(span.giving(&form(&[(4, "1")])), None);
        let mut two = Span::default();
        two.add(0, &form(&[(1, "1"), (2, "1")]));
        two.add(1, &form(&[(2, "1"), (3, "1")]));
        assert_eq!(two.giving(&form(&[(1, "1"), (3, "-1")])), Some(vec![0, 1]));
        assert_eq!(two.giving(&form(&[(1, "1")])), None);
    }
}
