//! Grades of projects by investment or output, and the lists of companies that investors may be on.

use crate::model::dictionary::record;
use crate::model::record::project::Industry;
use crate::model::record::relation::Relation;
use crate::model::value::amount::Money;
use crate::model::value::clause::Clause;
use crate::model::value::share::Share;
use crate::model::value::word::{Count, Id};

record! {
    /// A grade of projects.
    Grade = "等级" "project-grade" "项目的一个等级；由高到低写，一个项目取最高的一级" identity(id, name) {
        id: Id = "编号" "编号" "major" "F38" Public,
        name: String = "名称" "名称" "重大" "F38" Public,
        any_of: Vec<GradeRule> = "满足任一" "满足其中一条即为这一级" "[{投资不低于: 20亿元}, {产值不低于: 50亿元}]" "F38" Public,
        clause: Clause = "依据" "依据的条款" "附件2 备注1" "F38" Public,
    }
}

record! {
    /// A way to reach a grade; all its conditions must hold.
    GradeRule = "等级条件" "grade-rule" "一条等级条件，写了的都要满足" identity(investment, output, fixed_assets, industries) {
        investment: Option<Money> = "投资不低于" "投资额的下限，含本数" "20亿元" "F38" Public,
        output: Option<Money> = "产值不低于" "预计产值的下限，含本数" "50亿元" "F38" Public,
        fixed_assets: Option<Share> = "固定资产占比不低于" "固定资产投资占投资额的下限，含本数" "60%" "" Public,
        industries: Vec<Industry> = "行业" "只适用于这些行业" "[服务业]" "F41" Public,
    }
}

record! {
    /// A list of companies, with the relations of an investor to them that count.
    ListRule = "名单" "list-rule" "一份企业名单，和在名单里怎样才算" identity(name) {
        name: String = "名称" "名单的名称" "中国企业500强" "D47" Public,
        publisher: Option<String> = "发布" "由谁发布" "中国企业联合会、中国企业家协会" "D47" Public,
        years: Option<Count> = "年限" "上榜年份不早于签约年份的前几年；只认当年写 0；不写则看有效期" "1" "D47" Public,
        relations: Vec<Relation> = "关系" "投资方与上榜企业的关系须为其中之一，不写不限" "[母公司, 一级子公司]" "D48" Public,
        seats: Vec<String> = "注册地不在" "注册地以这些地名开头的不算" "[四川省]" "D49" Public,
        clause: Clause = "依据" "依据的条款" "附件2 注1" "D47" Public,
    }
}
