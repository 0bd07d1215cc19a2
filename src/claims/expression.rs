//! The small language in which a claim says how it follows from the numbers: `pct(a,b)`, `x+y`, `r(x,2)`.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::exact::{quotient, round};

/// Longest expression, which also bounds the depth of nesting.
const LONGEST: usize = 400;

/// A formula over the numbers of a bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number written in the expression.
    Constant(Decimal),
    /// A number that the bulletin gives, by its key.
    Given(String),
    /// Two parts with `+`, `-`, `*` or `/` between them.
    Pair(Box<Expression>, char, Box<Expression>),
    /// A function of its arguments.
    Call(Function, Vec<Expression>),
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `pct(a,b)`: a ÷ b in per cent.
    Percent,
    /// `g(a,b)`: growth of a over b in per cent.
    Growth,
    /// `ginc(a,d)`: growth in per cent where a has grown by d.
    GrowthByIncrease,
    /// `seq(n)`: the schedule after n of twelve months in per cent.
    Schedule,
    /// `r(x,d)`: x rounded to d places.
    Rounded,
    /// `mn(a,b)`: the smaller one.
    Least,
    /// `F(p,q)`: p ÷ q.
    Fraction,
    /// `I(x)`: x itself.
    Itself,
}

const FUNCTIONS: &[(&str, Function, usize)] = &[
    ("pct", Function::Percent, 2),
    ("g", Function::Growth, 2),
    ("ginc", Function::GrowthByIncrease, 2),
    ("seq", Function::Schedule, 1),
    ("r", Function::Rounded, 2),
    ("mn", Function::Least, 2),
    ("F", Function::Fraction, 2),
    ("I", Function::Itself, 1),
];

impl Expression {
    /// Reads an expression; the error says what is wrong with it.
    pub fn parse(text: &str) -> Result<Expression, String> {
        if text.len() > LONGEST {
            return Err(format!("算式超过{LONGEST}个字符"));
        }
        let mut reader = Reader { text, at: 0 };
        let expression = reader.sum()?;
        match reader.peek() {
            None => Ok(expression),
            Some(left) => Err(format!("算式“{text}”里看不懂“{left}”")),
        }
    }

    /// Returns the keys of the numbers in the expression, in order.
    pub fn keys(&self) -> Vec<&str> {
        match self {
            Expression::Constant(_) => Vec::new(),
            Expression::Given(key) => vec![key],
            Expression::Pair(left, _, right) => [left.keys(), right.keys()].concat(),
            Expression::Call(_, arguments) => {
                arguments.iter().flat_map(Expression::keys).collect()
            }
        }
    }

    /// Returns its value; `None` if a number is missing, a divisor is zero, or it overflows.
    pub fn value(&self, given: &dyn Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
        match self {
            Expression::Constant(number) => Some(*number),
            Expression::Given(key) => given(key),
            Expression::Pair(left, sign, right) => {
                let (left, right) = (left.value(given)?, right.value(given)?);
                match sign {
                    '+' => left.checked_add(right),
                    '-' => left.checked_sub(right),
                    '*' => left.checked_mul(right),
                    _ => quotient(left, right),
                }
            }
            Expression::Call(function, arguments) => {
                let numbers: Option<Vec<Decimal>> =
                    arguments.iter().map(|argument| argument.value(given)).collect();
                function.of(&numbers?)
            }
        }
    }
}

impl Function {
    fn of(self, numbers: &[Decimal]) -> Option<Decimal> {
        let first = *numbers.first()?;
        let second = numbers.get(1).copied().unwrap_or(Decimal::ONE);
        let percent = |share: Decimal| share.checked_mul(Decimal::ONE_HUNDRED);
        match self {
            Function::Percent => percent(quotient(first, second)?),
            Function::Growth => percent(quotient(first.checked_sub(second)?, second)?),
            Function::GrowthByIncrease => {
                percent(quotient(second, first.checked_sub(second)?)?)
            }
            Function::Schedule => percent(quotient(first, Decimal::from(12))?),
            Function::Rounded => Some(round(first, second.to_u32()?)),
            Function::Least => Some(first.min(second)),
            Function::Fraction => quotient(first, second),
            Function::Itself => Some(first),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&mut self) -> Option<char> {
        let left = self.text[self.at..].trim_start();
        self.at = self.text.len() - left.len();
        left.chars().next()
    }

    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let letter = self.peek().filter(|next| wanted.contains(next))?;
        self.at += letter.len_utf8();
        Some(letter)
    }

    fn word(&mut self, fits: impl Fn(char) -> bool) -> String {
        let word: String =
            self.text[self.at..].chars().take_while(|c| fits(*c)).collect();
        self.at += word.len();
        word
    }

    fn sum(&mut self) -> Result<Expression, String> {
        let mut left = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            left = Expression::Pair(Box::new(left), sign, Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Expression, String> {
        let mut left = self.part()?;
        while let Some(sign) = self.take(&['*', '/']) {
            left = Expression::Pair(Box::new(left), sign, Box::new(self.part()?));
        }
        Ok(left)
    }

    fn part(&mut self) -> Result<Expression, String> {
        match self.peek() {
            Some('(') => {
                self.take(&['(']);
                let inner = self.sum()?;
                self.close()?;
                Ok(inner)
            }
            Some(digit) if digit.is_ascii_digit() => {
                let word = self.word(|c| c.is_ascii_digit() || c == '.');
                let number = word.parse().map_err(|_| format!("“{word}”不是数"))?;
                Ok(Expression::Constant(number))
            }
            Some(letter) if letter.is_ascii_alphabetic() => self.name(),
            Some(other) => Err(format!("算式“{}”里看不懂“{other}”", self.text)),
            None => Err(format!("算式“{}”没有写完", self.text)),
        }
    }

    fn name(&mut self) -> Result<Expression, String> {
        let word = self.word(|c| c.is_ascii_alphanumeric() || c == '_');
        if self.take(&['(']).is_none() {
            return Ok(Expression::Given(word));
        }
        let (_, function, count) = FUNCTIONS
            .iter()
            .find(|(name, ..)| *name == word)
            .ok_or_else(|| format!("没有“{word}”这个算法"))?;
        let mut arguments = vec![self.sum()?];
        while self.take(&[',']).is_some() {
            arguments.push(self.sum()?);
        }
        self.close()?;
        if arguments.len() != *count {
            return Err(format!("“{word}”要{count}个数，写了{}个", arguments.len()));
        }
        Ok(Expression::Call(*function, arguments))
    }

    fn close(&mut self) -> Result<(), String> {
        match self.take(&[')']) {
            Some(_) => Ok(()),
            None => Err(format!("算式“{}”少一个右括号", self.text)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<Decimal> {
        let given = |key: &str| match key {
            "a" => Some(Decimal::from(3600)),
            "b" => Some(Decimal::from(3200)),
            _ => None,
        };
        Expression::parse(text).unwrap().value(&given)
    }

    #[test]
    fn products_bind_closer_than_sums_and_functions_nest() {
        assert_eq!(value("1+2*3-4/2"), Some(Decimal::from(5)));
        assert_eq!(value("(1+2)*3"), Some(Decimal::from(9)));
        assert_eq!(value("r(pct(a,b),0)-seq(6)"), Some(Decimal::from(63)));
        assert_eq!(value("ginc(a,a-b)"), value("g(a,b)"));
        assert_eq!(value("mn(F(3,10),I(1))"), Some(Decimal::new(3, 1)));
    }

    #[test]
    fn what_cannot_be_computed_has_no_value() {
        assert_eq!(value("c+1"), None);
        assert_eq!(value("pct(a,b-b)"), None);
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for text in
            ["", "1+", "pct(a", "pct(a)", "sqrt(a)", "a b", "a$", &"(".repeat(500)]
        {
            assert!(Expression::parse(text).is_err(), "{text}");
        }
    }
}
