//! Causes add up exactly, whatever is changed.

use std::fs;

use proptest::prelude::*;
use tongbao::load::pair::State;
use tongbao::load::source::files::Folder;

use crate::diff::bureau::{
    Bureau, assert_causes_add_up, assert_opposite, first_entry, moves,
};

/// One random change of a project of a book.
#[derive(Clone, Debug)]
enum Turn {
    Amount(u32),
    Unit(usize),
    Deleted,
    NoEvidence,
    Joint(u32),
    Cutoff(u32),
    Curve(u32),
}

fn turn() -> impl Strategy<Value = (prop::sample::Index, Turn)> {
    let kinds = prop_oneof![
        (1u32..90_000).prop_map(Turn::Amount),
        (0usize..4).prop_map(Turn::Unit),
        Just(Turn::Deleted),
        Just(Turn::NoEvidence),
        (1u32..99).prop_map(Turn::Joint),
        (1u32..20).prop_map(Turn::Cutoff),
        (1u32..45).prop_map(Turn::Curve),
    ];
    (any::<prop::sample::Index>(), kinds)
}

fn apply(bureau: &Bureau, path: &str, turn: &Turn) {
    let Ok(text) = fs::read_to_string(bureau.data().join(path)) else { return };
    let (_, amount) = first_entry(bureau, path);
    let unit = text.lines().find_map(|line| line.strip_prefix("责任单位: ")).unwrap();
    let units = ["县交通局", "县商务委", "县招商投资事务中心", "县住房城乡建委"];
    let plan = "wushan/plans/wushan-2023.yaml";
    let changed = match turn {
        Turn::Amount(more) => text.replacen(&amount, &format!("{more}.37万元"), 1),
        Turn::Unit(at) => text.replacen(unit, units[*at], 1),
        Turn::Deleted => return bureau.remove(path),
        Turn::NoEvidence => text.replacen("凭证: [银行回单", "说明: 待补, 凭证: [", 1),
        Turn::Joint(share) if !text.contains("联合:") => format!(
            "{text}联合: [{{单位: {unit}, 占比: {share}%}}, {{单位: 振兴农业集团, 占比: {}%}}]\n\
             联合报告: 2023-02-01\n",
            100 - share
        ),
        Turn::Joint(_) => return,
        Turn::Cutoff(day) => {
            let rules = bureau.read(plan);
            return bureau.write(
                plan,
                rules.replace("次月7日", &format!("次月{day}日")).as_bytes(),
            );
        }
        Turn::Curve(share) => {
            let rules = bureau.read(plan);
            let point = format!("{{期: 2023-Q1, 应达: {share}%}}");
            let rules = rules.replace("{期: 2023-Q1, 应达: 10%}", &point);
            return bureau.write(plan, rules.as_bytes());
        }
    };
    bureau.write(path, changed.as_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: crate::cases(4), max_shrink_iters: 8, ..Default::default() })]

    #[test]
    fn causes_add_up_exactly_over_random_changes(turns in prop::collection::vec(turn(), 1..12)) {
        let bureau = Bureau::wushan();
        let paths = bureau.projects(&["月份: 2023-"]);
        for (at, turn) in &turns {
            apply(&bureau, &paths[at.index(paths.len())], turn);
        }
        let working = State::Folder(Folder::open(&bureau.data()).unwrap());
        let changes = bureau.compare(&bureau.state("base"), &working);
        assert_causes_add_up(&changes);
        // Only one side's facts are taken over from the other, so that both ways must agree.
        assert_opposite(&changes, &bureau.compare(&working, &bureau.state("base")));
        let rules = turns.iter().any(|(_, turn)| matches!(turn, Turn::Cutoff(_) | Turn::Curve(_)));
        let moves = changes.books.iter().flat_map(moves);
        let residues = moves.flat_map(|movement| &movement.causes).filter(|cause| cause.by == "rule");
        prop_assert!(rules || residues.count() == 0, "a rest without a rule that changed");
    }
}
