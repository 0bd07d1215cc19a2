//! A dishonest edit of what a released edition counted is found, with the line that says it honestly.

mod kinds;
mod named;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};
use tongbao::check::run::check_figures;
use tongbao::diagnostic::Diagnostic;
use tongbao::figures::basis::Basis;
use tongbao::model::dictionary::Word;
use tongbao::model::edition::release::Source;
use tongbao::model::value::period::Period;
use tongbao::results::release::{release, released_file};
use tongbao::sheet::Sheet;

use self::kinds::{Chosen, KINDS, Line};
use super::county::{County, county};
use crate::release::Desk;

const RELEASED: &str = "released/2023-06.json";

/// What a superior organ recognised by June's bulletin.
const RECOGNISED: &str = "总数:\n  - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 800万元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-07-05, 核减原因: 凭证不齐}\n";

/// A county with what was recognised, its June released.
pub(super) fn released(mut county: County) -> County {
    county.files.insert("reported/2023-06.yaml".to_owned(), RECOGNISED.to_owned());
    let book = county.book();
    let period = Period::parse("2023-06").unwrap();
    let basis = Basis::of(&book, period.end());
    let figures = basis.figures(&period);
    let source = Source {
        digest: "0".repeat(64),
        commit: Some("0".repeat(40)),
        version: "0.1.0".to_owned(),
    };
    let issued = book.edition(&period).unwrap().record.card.issued.unwrap();
    let release = release(&Sheet::alone(&basis, &figures), issued, source);
    let text = String::from_utf8(released_file(&release).to_vec()).unwrap();
    county.files.insert(RELEASED.to_owned(), text);
    county
}

/// What is found of an edited county: the released figures that moved, and entries without a day.
fn found(county: &County) -> Vec<Diagnostic> {
    check_figures(&county.book())
        .into_iter()
        .filter(|one| ["released-figure-moved", "submitted-missing"].contains(&one.code))
        .collect()
}

prop_compose! {
    fn chosen()(project in 0..9usize, month in 1..=6u32, amount in 1_000..30_000u32) -> Chosen {
        Chosen { project, month, amount }
    }
}

/// How often each kind of edit moved something, and how often the line led to what was edited.
type Counts = BTreeMap<&'static str, (usize, usize)>;

/// Makes one edit of a county and looks at what is found.
fn look(
    which: usize,
    before: &County,
    chosen: Chosen,
    counts: &mut Counts,
) -> Result<(), TestCaseError> {
    let (name, line, edit) = KINDS[which % KINDS.len()];
    let mut after = before.clone();
    let made = edit(&mut after, chosen);
    let ([old], [new]) = (before.frozen(["2023-06"]), after.frozen(["2023-06"]));
    let has_moved = old.iter().any(|(id, parts)| new.get(id) != Some(parts));
    if made.is_none() || !has_moved {
        return Ok(());
    }
    let found = found(&after);
    let moved = found.iter().find(|one| one.code == "released-figure-moved");
    prop_assert!(moved.is_some(), "{name} is silent");
    let help = &moved.unwrap().help;
    let is_said = ["改回原来的", "报送: <", "恢复原来的"];
    prop_assert!(is_said.iter().any(|words| help.contains(words)), "{name}: {help}");
    let lacks = found.iter().any(|one| one.code == "submitted-missing");
    let may_lack = name.ends_with("without its day") || line == Line::Kind;
    prop_assert!(may_lack || !lacks, "{name}: {found:#?}");
    let path = match line {
        Line::Project => format!("xm-{}.yaml", chosen.project % before.projects.len()),
        Line::File(path) => path.to_owned(),
        Line::Kind => String::new(),
    };
    let (all, led) = counts.entry(name).or_default();
    *all += 1;
    *led += usize::from(help.contains(&path));
    Ok(())
}

#[test]
fn every_kind_of_dishonest_edit_is_found_with_its_line() {
    let (counts, round) = (RefCell::<Counts>::default(), Cell::new(0));
    let config = ProptestConfig {
        cases: crate::cases(KINDS.len() as u32 * 3),
        max_shrink_iters: 0,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    TestRunner::new_with_rng(config, rng)
        .run(&(county(), chosen()), |(before, chosen)| {
            round.set(round.get() + 1);
            let before = released(before);
            let is_tenth = round.get() % 10 == 0;
            prop_assert!(!is_tenth || found(&before).is_empty(), "nothing was edited");
            look(round.get(), &before, chosen, &mut counts.borrow_mut())
        })
        .unwrap_or_else(|error| panic!("{}", error.to_string().lines().next().unwrap()));
    let counts = counts.into_inner();
    let (all, led) = counts
        .values()
        .fold((0, 0), |(all, led), (moved, named)| (all + moved, led + named));
    assert!(counts.len() + 3 >= KINDS.len(), "kinds that moved nothing: {counts:?}");
    assert!(led * 100 >= all * 85, "{led} of {all} led to what was edited: {counts:?}");
}

#[test]
fn a_release_of_before_says_nothing_of_what_was_recognised() {
    let released = released(one());
    let text = &released.files[RELEASED];
    assert!(text.contains(r#""recognised":true"#) && text.contains(r#""recognised":[{"#));
    let silent = text.replace(r#","recognised":true"#, "");
    let silent =
        silent.replace(r#","recognised":[{"period":"2023-06","value":"0.08"}]"#, "");
    assert!(!silent.contains("recognised"), "{silent}");
    let mut old = released.clone();
    old.files.insert(RELEASED.to_owned(), silent);
    assert!(found(&old).is_empty(), "it still holds");
    for county in [&mut old, &mut released.clone()] {
        let text = county.files["reported/2023-06.yaml"].replace("800万元", "700万元");
        county.files.insert("reported/2023-06.yaml".to_owned(), text);
    }
    assert!(found(&old).is_empty(), "it never said that it was recognised as 800");
}

#[test]
fn a_later_review_of_what_was_recognised_moves_no_release() {
    let released = released(one());
    let mut later = released.clone();
    let text = later.files.get_mut("reported/2023-06.yaml").unwrap();
    *text = text.replace(
        "凭证不齐}",
        "凭证不齐, 更正: [{报送: 2023-09-11, 值: 700万元, 原因: 复核}]}",
    );
    *text += "  - {指标: 正式合同额, 范围: 全县, 期: 2023-06, 值: 1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-07-05, 报送: 2023-09-11}\n";
    assert!(found(&later).is_empty());
}

/// The advice on the released figures that moved.
fn help(county: &County) -> String {
    let mut found = found(county).into_iter();
    let moved = found.find(|one| one.code == "released-figure-moved");
    moved.expect("something moved").help
}

#[test]
fn what_is_gone_blames_no_other_record() {
    let mut county = one();
    county.projects.extend(one().projects);
    let mut after = released(county);
    after.projects[0].lists.remove("到位资金");
    let help = help(&after);
    for words in [
        "对得上的有这一条，看看改的是不是它；照实写就不动已发布的数",
        "xm-0.yaml：删了的“到位资金 2023-04 1000万元”恢复原来的；确实没有的，在这一条里写 更正: [{报送: <报来的日期>, 作废: 是, 原因: <为什么>}]",
        "tongbao revise --kind <更正或修订>",
    ] {
        assert!(help.contains(words), "{words}: {help}");
    }
    assert!(!help.contains("xm-1"), "{help}");
}

#[test]
fn a_merger_of_another_day_is_no_new_goal() {
    let units = std::fs::read_to_string(crate::stage::suite("life/county/units.yaml"));
    let merged = "县商务委, 分组: 县级部门, 变更: [{报送: 2023-04-28, 并入: {单位: 县交通局, 自: 2023-05-01}, 原因: 机构改革}]";
    let units = units.unwrap().replace("县商务委, 分组: 县级部门", merged);
    let mut county = one();
    county.files.insert("units.yaml".to_owned(), units.clone());
    let mut after = released(county);
    let later = units.replace("自: 2023-05-01", "自: 2023-08-01");
    after.files.insert("units.yaml".to_owned(), later);
    let help = help(&after);
    let line = "units.yaml：县商务委的“并入”（写在“变更”里的，连同报送）改回原来的，另写 变更: [{报送: <报来的日期>, 并入: {单位: 县交通局, 自: 2023-08-01}, 原因: <为什么>}]";
    assert!(help.contains(line) && !help.contains("的目标改回原来的"), "{help}");
}

#[test]
fn what_an_organ_recognised_is_disclosed_like_any_figure() {
    let desk = Desk::minimal();
    let path = "data/demo/reported/2023-06.yaml";
    let recognised = RECOGNISED.replace("800万元", "1000万元");
    desk.write(path, &recognised);
    desk.commit();
    desk.release("2023-06");
    desk.write(path, &recognised.replace("1000万元", "900万元"));
    let ran = desk.run(&["check"]);
    for words in [
        "2023年6月的核定数公布为0.1亿元，现在算出0.09亿元",
        "reported/2023-06.yaml：总数第1条的值改回原来的，在这一条里写 更正: [{报送: <报来的日期>, 值: 900万元, 原因: <为什么>}]",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let arguments =
        ["revise", "--kind", "修订", "--reason", "复核", "--date", "2023-10-08"];
    assert_eq!(desk.run(&arguments).code, Some(0));
    assert!(desk.read("data/demo/revisions/2023-06.yaml").contains("核定 2023-06"));
    let ran = desk.run(&["check"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
}

/// A county with one project, without chance.
fn one() -> County {
    let mut project = super::county::Project::default();
    for (key, value) in [
        ("投资方", "{名称: 某公司, 注册地: 浙江省杭州市}"),
        ("来源地", "市外"),
        ("责任单位", "县交通局"),
        ("领域", "商贸物流"),
        ("开工", "{日期: 2023-03-02, 报送: 2023-03-09, 认定: 2023-03-12}"),
    ] {
        project.fields.insert(key.to_owned(), value.to_owned());
    }
    project.add(
        "合同",
        "{类型: 正式合同, 签订: 2023-02-11, 金额: 12000万元, 报送: 2023-02-20, 认定: 2023-02-20, 凭证: [合同文本]}".to_owned(),
    );
    project.add(
        "到位资金",
        "{月份: 2023-04, 金额: 1000万元, 报送: 2023-05-05, 凭证: [银行回单]}".to_owned(),
    );
    County { projects: vec![project], ..County::default() }
}
