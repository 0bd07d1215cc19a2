//! A list of responsible units as printed in a document, read tolerantly.

/// The content of a list, with its deviations from the usual form.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct UnitList<'a> {
    /// The units before the semicolon.
    pub(super) lead: Vec<&'a str>,
    /// The units after it.
    pub(super) help: Vec<&'a str>,
    /// The deviations, in words.
    pub(super) oddities: Vec<String>,
}

impl<'a> UnitList<'a> {
    /// Reads `（责任单位：甲；乙、丙，丁）`.
    pub(super) fn read(text: &'a str) -> UnitList<'a> {
        let mut list = UnitList::default();
        if text.contains(['(', ')']) {
            list.oddities.push("用了半角括号".to_owned());
        }
        let inner = text.trim().trim_matches(['（', '）', '(', ')']);
        let inner = inner.split_once(['：', ':']).map_or(inner, |(_, units)| units);
        // What follows a full stop is a remark on how to read the lists.
        let inner = inner.split('。').next().unwrap_or(inner);
        let (lead, help) = inner.split_once(['；', ';']).unwrap_or((inner, ""));
        list.lead = names(lead);
        list.help = names(help);
        for part in [lead, help] {
            list.oddities.extend(early_commas(part));
        }
        list
    }
}

fn names(part: &str) -> Vec<&str> {
    let names = part.split(['、', '，', ',']).map(str::trim);
    names.filter(|name| !name.is_empty()).collect()
}

/// Returns oddities for commas that are not before the last name; elsewhere 、 separates names.
fn early_commas(part: &str) -> Vec<String> {
    let last = part.rfind(['、', '，', ',']);
    let commas = part.match_indices(['，', ',']).filter(|(at, _)| Some(*at) != last);
    commas
        .map(|(at, _)| {
            let before = names(&part[..at]).pop().unwrap_or_default();
            format!("“{before}”后面用了逗号，应为顿号")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_before_the_semicolon_lead_and_those_after_it_help() {
        let list = UnitList::read(
            "（责任单位：甲局、乙委；丙局、丁局，各县区政府。分号前为牵头单位，下同）",
        );
        assert_eq!(list.lead, ["甲局", "乙委"]);
        assert_eq!(list.help, ["丙局", "丁局", "各县区政府"]);
        assert_eq!(list.oddities, [""; 0]);
        let alone = UnitList::read("（责任单位：甲局；乙委、各县区政府）");
        assert_eq!((alone.lead, alone.help), (vec!["甲局"], vec!["乙委", "各县区政府"]));
    }

    #[test]
    fn unusual_brackets_and_commas_are_read_and_told() {
        let list = UnitList::read("(责任单位：甲局；乙委，丙局、丁局，各县区政府)");
        assert_eq!(list.help, ["乙委", "丙局", "丁局", "各县区政府"]);
        assert_eq!(list.oddities, ["用了半角括号", "“乙委”后面用了逗号，应为顿号"]);
    }
}
