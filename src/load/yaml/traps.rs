//! Plain scalars that other YAML programs interpret differently.

/// Returns why a plain scalar is ambiguous, and what to write instead; `None` if it is not.
pub(super) fn trap(text: &str) -> Option<(String, String)> {
    if is_ordinary(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let first = text.bytes().next()?;
    let (problem, help) = match lower.as_str() {
        "yes" | "y" | "true" | "on" => {
            (format!("“{text}”在 YAML 里会被当成真假值"), "写“是”；确是文字就加引号")
        }
        "no" | "n" | "false" | "off" => {
            (format!("“{text}”在 YAML 里会被当成真假值"), "写“否”；确是文字就加引号")
        }
        "~" | "null" => (
            format!("“{text}”在 YAML 里表示空值"),
            "没有值就让冒号后面空着，或删去这一行",
        ),
        ".inf" | "-.inf" | "+.inf" | ".nan" => {
            (format!("“{text}”不是数"), "写出确切的数")
        }
        _ if first == b'0' && digits(&text[1..]) => {
            let plain = text.trim_start_matches('0');
            let plain = if plain.is_empty() { "0" } else { plain };
            return Some((
                format!("“{text}”以零开头，有的程序会当成八进制数"),
                format!("是数就写 {plain}，是编号就加引号写 \"{text}\""),
            ));
        }
        _ if is_radix(&lower) => {
            (format!("“{text}”会被当成其他进制的数"), "写成十进制数；确是文字就加引号")
        }
        _ if is_exponent(&lower) => (
            format!("“{text}”会被当成科学记数"),
            "写出全部数字，如 1000；确是编号就加引号",
        ),
        _ if text.contains('_')
            && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_') =>
        {
            (
                format!("“{text}”里的下划线会被去掉，当成一个数"),
                "数里不写下划线；确是文字就加引号",
            )
        }
        _ if is_sexagesimal(text) => {
            (format!("“{text}”会被当成六十进制的数"), "是时刻或比例就加引号")
        }
        _ => return None,
    };
    Some((problem, help.to_owned()))
}

/// Returns whether a look at the bytes tells that a text is not ambiguous: a word in Chinese, or a
/// number, an amount or a date without letters and odd signs.
fn is_ordinary(text: &str) -> bool {
    let is_odd = |byte: u8| matches!(byte, b'e' | b'E' | b'_' | b':');
    let is_number = matches!(text.as_bytes().first(), Some(b'1'..=b'9'));
    !text.is_ascii() || is_number && !text.bytes().any(is_odd)
}

fn is_radix(text: &str) -> bool {
    let number = |prefix: &str, radix: u32| {
        text.strip_prefix(prefix).is_some_and(|rest| {
            !rest.is_empty() && rest.chars().all(|c| c.is_digit(radix))
        })
    };
    number("0x", 16) || number("0o", 8) || number("0b", 2)
}

fn is_exponent(text: &str) -> bool {
    let Some((number, power)) = text.split_once('e') else { return false };
    let number = number.trim_start_matches(['-', '+']);
    let power = power.trim_start_matches(['-', '+']);
    let decimal = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    let digits =
        number.bytes().all(decimal) && number.bytes().any(|byte| byte.is_ascii_digit());
    digits && !power.is_empty() && power.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_sexagesimal(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let short = |part: &&str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() > 1 && parts.iter().all(short)
}

#[cfg(test)]
mod tests {
    use super::trap;

    #[test]
    fn treacherous_words_are_named_and_ordinary_ones_are_not() {
        for text in
            ["yes", "No", "~", "NULL", "007", "0x1f", "1e3", "1_000", "12:30", "on"]
        {
            assert!(trap(text).is_some(), "{text}");
        }
        for text in [
            "是",
            "2023",
            "0",
            "2023-06-30",
            "3.2亿元",
            "ws-2023-017",
            "e3",
            "0.5",
            "80%",
        ] {
            assert!(trap(text).is_none(), "{text}");
        }
    }
}
