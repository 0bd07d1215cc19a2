//! What is found in sentences, and what is left alone.

use crate::claims::found_claim::FoundClaim;
use crate::claims::prose::claims;
use crate::load::printed_text::printed_text;

fn claims_in(text: &str) -> Vec<FoundClaim> {
    claims(&printed_text(text))
}

/// Returns the claims that are called wrong: what it is, as printed, as computed.
fn wrong(text: &str) -> Vec<String> {
    let failing = claims_in(text).into_iter().filter(FoundClaim::fails);
    failing
        .map(|claim| format!("{} {} {}", claim.what, claim.printed, claim.computed))
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Returns the claims that are neither called right nor wrong.
fn doubtful(text: &str) -> Vec<String> {
    let doubtful = claims_in(text).into_iter().filter(FoundClaim::is_doubtful);
    doubtful
        .map(|claim| format!("{} {} {}", claim.what, claim.printed, claim.computed))
        .collect()
}

/// Returns the claims that come out as printed.
fn right(text: &str) -> usize {
    claims_in(text).iter().filter(|claim| claim.verdict.holds()).count()
}

#[test]
fn a_lead_is_taken_over_the_schedule_printed_beside_it() {
    let lead = |text: &str| wrong(&format!("完成率75.5%，{text}。"));
    assert_eq!(lead("超序时进度（50%）24.5个百分点"), ["超欠进度 24.5个百分点 超25.5"]);
    assert_eq!(lead("低于序时进度（83.3%）8.8个百分点"), ["超欠进度 8.8个百分点 欠7.8"]);
    assert_eq!(
        lead("比序时进度快24.5个百分点，序时进度为50%"),
        ["超欠进度 24.5个百分点 超25.5"]
    );
    assert_eq!(right("完成率75.5%，低于序时进度（83.3%）7.8个百分点。"), 1);
    let behind =
        "完成全年目标100亿元的60.00%，高于序时进度15.00个百分点（序时进度45.00%）。";
    assert_eq!((wrong(behind).len(), right(behind)), (0, 1));
    let before = "序时进度为50%。完成目标任务的62.5%，超序时进度15.5个百分点。";
    assert_eq!(wrong(before), ["超欠进度 15.5个百分点 超12.5"]);
}

#[test]
fn a_schedule_that_is_not_printed_is_never_an_error() {
    let text =
        "截至9月底到位54.075亿元，完成全年目标70亿元的77.25%，欠序时进度2.75个百分点。";
    assert_eq!(wrong(text), Vec::<String>::new());
    assert_eq!(doubtful(text), ["超欠进度 2.75个百分点 超2.25"]);
}

#[test]
fn a_schedule_is_not_taken_for_a_misnamed_difference() {
    for text in ["超序时进度（50%）", "低于序时进度50%的有5个", "序时进度要求达到50%"]
    {
        assert_eq!(
            wrong(&format!("完成率75.5%，{text}。")),
            Vec::<String>::new(),
            "{text}"
        );
    }
    assert_eq!(wrong("完成率62.50%，欠进度20.83%。"), ["用词 20.83%"]);
}

#[test]
fn a_completion_is_held_against_the_target_that_it_names() {
    let of = |claim: &str| {
        format!(
            "全年目标100亿元，其中上半年目标45亿元，1—6月到位50.00亿元，完成{claim}。"
        )
    };
    assert_eq!(wrong(&of("全年目标的50%")), Vec::<String>::new());
    assert_eq!(wrong(&of("全年目标的55%")), ["完成率 55% 50"]);
    assert_eq!(wrong(&of("上半年目标的95%")), ["完成率 95% 111"]);
    assert_eq!(wrong("到位资金10.00亿元，完成率52%，目标20亿元。"), ["完成率 52% 50"]);
    assert_eq!(wrong("到位资金10.00亿元，完成目标20亿元的52%。"), ["完成率 52% 50"]);
    assert_eq!(right("新签约25个，超额完成目标20个的25%。"), 1);
}

#[test]
fn a_completion_against_a_target_that_is_not_printed_is_left_alone() {
    for text in [
        "实际到位100.5亿元，完成全年目标200亿元的50.25%，其中省外到位41亿元，完成市下达目标任务的65.07%。",
        "全市目标100亿元，到位50亿元，完成率50%，其中省外到位30亿元，完成率60%。",
        "市级目标100亿元，县级目标120亿元，到位60亿元，完成率分别为60%、50%。",
        "签约金额30亿元，到位资金完成率75%，目标100亿元。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn growth_is_taken_over_last_year_wherever_it_is_printed() {
    for (text, claim) in [
        ("到位125.6亿元，同比增长12.5%，上年同期为110.0亿元。", "同比 12.5% 增长14.2"),
        ("到位125.6亿元，比上年同期110.0亿元增长12.5%。", "同比 12.5% 增长14.2"),
        ("到位资金由去年的20.00亿元增加到25.00亿元，增长20%。", "同比 20% 增长25"),
        ("到位25亿元，比上年同期的20.00亿元增加5.00亿元，增长30%。", "同比 30% 增长25"),
        ("到位资金10.00亿元，同比净增2.00亿元，增长35%。", "同比 35% 增长25"),
        ("新签约50个，比上年同期减少10个，下降20%。", "同比 20% 下降17"),
    ] {
        assert_eq!(wrong(text), [claim], "{text}");
    }
    for text in [
        "1—6月到位25.00亿元，同比增长25%，去年为60.00亿元。",
        "签约95个（其中工业50个），比去年同期增加28个，同比增长41.79%。",
        "到位313.64亿元，较去年同期增长153.34亿元，同比增长95.66%。",
        "上年结转项目108个，新签约71个，同比增长25.2%。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_wrong_share_is_told_where_the_whole_is_certain() {
    for (text, claim) in [
        ("新签约项目50个，其中亿元以上项目30个，占65%。", "占比 65% 60"),
        ("到位资金100.00亿元，省外资金60.00亿元，占总量的65.00%。", "占比 65.00% 60.00"),
        (
            "全年到位资金100.00亿元。其中省外资金60.00亿元，占比65.00%。",
            "占比 65.00% 60.00",
        ),
        ("省外到位100.00亿元，占全市总量（200.00亿元）的35%。", "占比 35% 50"),
        (
            "到位100.00亿元，其中工业、农业分别为50.00亿元、30.00亿元，占比分别为50%、35%。",
            "占比 35% 30",
        ),
        (
            "一、二、三产到位分别为50.00亿元、30.00亿元、20.00亿元，占比分别为50%、35%、20%。",
            "占比 35% 30",
        ),
    ] {
        assert_eq!(wrong(text), [claim], "{text}");
    }
}

#[test]
fn a_share_of_a_whole_in_doubt_is_left_alone() {
    for text in [
        "实际到位5667亿元，增长31.8%。其中，制造业到位5372亿元，占全省比重70.1%。",
        "市外项目10个，协议资金21.0亿元，到位资金2.5亿元，占比27.1%。",
        "五省市到位8065.1亿元，占全省比重78.5%。沪苏浙到位5783.4亿元，占全省比重56.3%。",
        "一产、二产分别到位16.5亿元、1164.3亿元。其中制造业到位1150.3亿元，占全部到位资金87.6%。",
        "签约324个，其中工业项目202个，占全部项目的比重超60%。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_rate_is_held_against_what_was_signed() {
    assert_eq!(wrong("签约74个，开工58个，开工率80.38%。"), ["开工率 80.38% 78.38"]);
    let chain = "签约31个，已履约26个，履约率83.87%，已开工19个，开工率61.29%。";
    assert_eq!((wrong(chain).len(), right(chain)), (0, 2));
    let elsewhere = "签约67个。28个项目开工率88.89%、到位率44.94%。";
    assert_eq!(claims_in(elsewhere), []);
}

#[test]
fn parts_that_exclude_each_other_add_up() {
    let text = "新签约74个，其中工业40个、农业14个、服务业22个。";
    assert_eq!(wrong(text), ["总数 74个 76"]);
    assert_eq!(wrong("续建、新建139个，其中续建85个、新建55个。"), ["总数 139个 140"]);
    assert_eq!(wrong("签约50个，其中工业30个、亿元以上30个。"), Vec::<String>::new());
    assert_eq!(
        wrong("签约74个，其中工业40个、农业14个、服务业16个。"),
        Vec::<String>::new()
    );
}

#[test]
fn names_called_the_first_few_stand_in_order() {
    let claims = ["名次 丙94.0%"];
    assert_eq!(wrong("完成率居前三位的是甲95.2%、乙93.1%、丙94.0%。"), claims);
    assert_eq!(wrong("完成率甲95.2%、乙93.1%、丙94.0%，居全市前三位。"), claims);
    for text in [
        "前三季度到位资金甲10亿元、乙12亿元、丙9亿元。",
        "综合得分前三位的是甲（95.2%）、乙（93.1%）、丙（94.0%）。",
        "完成率后三位的是甲15.2%、乙23.1%、丙24.0%。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_only_rounding_explains_is_a_remark() {
    let text = "到位资金10亿元，完成目标20亿元的52%。";
    assert_eq!(wrong(text), Vec::<String>::new());
    assert_eq!(doubtful(text), ["完成率 52% 50"]);
}

#[test]
fn months_are_held_against_the_longer_period_that_they_fill() {
    let claim = ["合计 106个 104"];
    assert_eq!(wrong("一季度签约106个，其中1月32个、2月21个、3月51个。"), claim);
    assert_eq!(wrong("1月32个；2月21个；3月51个；一季度共106个。"), claim);
    assert_eq!(wrong("1月、2月、3月分别为32个、21个、51个，一季度共106个。"), claim);
    assert_eq!(
        wrong("本月到位3.2亿元，上月止累计到位9.2亿元，累计到位12.6亿元。"),
        ["合计 12.6亿元 12.4"]
    );
    for text in [
        "甲县1月签约32个、2月签约21个、3月签约51个，全市一季度签约206个。",
        "一季度签约106个，其中1月32个、2月21个。",
        "去年一季度签约106个，今年1月32个、2月21个、3月51个。",
        "1—5月到位9.2亿元，6月签约3.2亿元，1—6月到位12.6亿元。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_share_in_a_list_is_of_what_the_others_are_of() {
    let list = |last: &str| {
        format!(
            "到位资金100.0亿元。其中省外到位41.5亿元，占41.5%；外商投资20.0亿元，{last}。"
        )
    };
    assert_eq!(wrong(&list("占比25%")), ["占比 25% 20"]);
    assert_eq!(wrong(&list("占全市外资的25%")), Vec::<String>::new());
    assert_eq!(wrong(&list("协议投资5亿元，占比25%")), Vec::<String>::new());
}

#[test]
fn what_has_not_come_to_pass_is_not_what_has() {
    for (text, claims) in [
        ("项目50个，已开工33个，未开工17个，开工率66%。", vec![]),
        ("项目50个，尚未开工17个，开工率70%。", vec!["开工率 70% 66"]),
        ("项目50个，没有开工的17个，开工率70%。", vec!["开工率 70% 66"]),
        ("到位50亿元，未到位30亿元，完成目标80亿元的62.5%。", vec![]),
        ("未来科技城到位50亿元，完成目标80亿元的65.0%。", vec!["完成率 65.0% 62.5"]),
    ] {
        assert_eq!(wrong(text), claims, "{text}");
    }
}

#[test]
fn a_change_is_the_difference_of_what_was_and_what_is() {
    for (text, claim) in [
        ("完成率由60%提高到75%，提高25个百分点。", "变动 25个百分点 15"),
        ("完成率75%，比上年同期60%提高25个百分点。", "变动 25个百分点 15"),
        ("亏损面由25.0%收窄至20.5%，收窄5.5个百分点。", "变动 5.5个百分点 4.5"),
        ("到位由70.6亿元增加到125.6亿元，增加65.0亿元。", "变动 65.0亿元 55.0"),
        ("新签约50个，比上年同期60个减少20个。", "变动 20个 10"),
    ] {
        assert_eq!(wrong(text), [claim], "{text}");
    }
    for text in [
        "签约95个（其中工业50个），比去年同期80个增加15个。",
        "完成率75%，同比提高25个百分点，比全省平均高5个百分点。",
        "完成率75%，比序时进度高25个百分点。",
        "到位50亿元，其中外资10亿元，比上年同期8亿元增加2亿元。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn right_texts_of_every_kind_are_accused_of_nothing() {
    for text in [
        "全年目标80亿元，其中省外60亿元。1—6月，到位资金40亿元，完成目标的50%；省外到位资金20亿元，完成目标的33.3%。",
        "截至6月底，全市到位资金40亿元，完成全年目标80亿元的50%，比上年同期30亿元增长33.3%。其中，新建项目到位20亿元，占比50%，同比增长100%；续建项目到位20亿元，占比50%，下降5%。",
        "全市签约项目120个，总投资300亿元。其中工业项目60个，占50%，总投资200亿元，占66.7%；农业项目30个，占25%，总投资50亿元，占16.7%；服务业30个，占25%，总投资50亿元，占16.7%。",
        "开工率由去年同期的60%提高到75%，提高15个百分点，高于全省平均水平5个百分点，比年初提高20个百分点。",
        "1月到位3亿元，同比增长20%；2月到位2亿元，同比下降10%；一季度累计到位9亿元，同比增长15%。",
        "一季度签约106个，其中1月32个、2月21个、3月53个，分别占30.2%、19.8%、50.0%。",
        "上半年到位50亿元，其中二季度30亿元，增长20%，一季度20亿元，增长10%。",
        "到位资金125亿元，超额完成全年目标100亿元的25%，超目标25亿元，同比翻一番，上年同期62亿元。",
        "完成率90%，距离全年目标还差10个百分点，还差8亿元，目标80亿元，已到位72亿元。",
        "截至目前，已开工项目33个，其中省级重点10个、市级重点23个；未开工17个，开工率66%。",
        "计划新开工项目51个，已开工17个，未开工34个，开工率33.3%，比上月提高5个百分点。",
        "新签约项目50个，已开工20个，开工率40%，其中工业项目30个，已开工15个，开工率50%；尚未开工30个。",
        "省外资金占比由41.06%提高到43.50%，市外资金占比由17.51%下降到16.00%，市内占比40.50%。",
        "省外到位40亿元，占80%；其中浙江到位20亿元，占50%；市外省内到位10亿元，占20%。",
        "全市引进资金100亿元，其中甲县30亿元，占30%；乙县20亿元，占20%；丙县外资5亿元，占全部外资的50%，丁县15亿元，占比15%。",
        "分行业看，制造业占60%，其中装备制造业占30%，农业占15%，服务业占25%。",
        "从区域看，东部占50%，中部占30%，西部占20%，东部和中部合计占80%。",
        "本月签约12个，上月止累计签约50个，累计签约62个，完成目标100个的62%。",
        "本月新开工3个，本年累计新开工20个，上月累计为18个（含更正核减1个）。",
        "全年目标100亿元，上半年到位45亿元，下半年还需到位55亿元，尚差55亿元。",
        "甲县目标10亿元，到位5亿元，完成50%；乙县目标20亿元，到位8亿元，完成40%；丙县目标30亿元，到位9亿元，完成30%，差21亿元。",
        "到位资金三十二点五亿元，占目标的百分之六十五；力争年底到位五十亿元。",
        "该项目总投资100亿元，一期投资40亿元，二期投资60亿元，已到位30亿元，到位率30%。",
        "服务业增加值由20亿元增加到45亿元，翻了一番多；民营经济占比由50%提高到60%。",
        "人均产值是全省平均的1.2倍，是上年同期的1.5倍，同比增长0.5倍。",
        "一季度全县生产总值增长8%，其中一产增长4%，二产增长10%，三产增长8%；三次产业占比分别为10.5%、49.5%、40.0%。",
    ] {
        assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
    }
}
