//! The words of a project's fields.

use crate::model::dictionary::choices;

choices! {
    /// Where the investment comes from.
    Origin = "来源地" "origin" {
        Outside = "市外" "outside",
        OutsideProvince = "省外" "outside-province",
        InsideCity = "区外市内" "inside-city",
        Local = "区内" "local",
        Foreign = "境外" "foreign",
    }
}

choices! {
    /// The channel through which a lead or a project came.
    Channel = "渠道" "channel" {
        Entrusted = "委托招商" "entrusted",
        Agent = "中介招商" "agent",
        Business = "以商招商" "business",
        Capital = "资本招商" "capital",
        Envoy = "大使顾问" "envoy",
        Chamber = "商会协会" "chamber",
        Team = "小分队" "team",
        Transfer = "产业转移" "transfer",
        Event = "招商活动" "event",
    }
}

choices! {
    /// Kinds of contracts and agreements.
    ContractKind = "合同类型" "contract-kind" {
        Formal = "正式合同" "formal",
        Letter = "意向投资协议" "letter",
        Strategic = "战略合作协议" "strategic",
        Framework = "框架协议" "framework",
        Technical = "技术合作" "technical",
    }
}

choices! {
    /// How a further contract changes the earlier ones.
    Renewal = "续签" "renewal" {
        Renewed = "重签" "renewed",
        Added = "增资" "added",
    }
}

choices! {
    /// Industries by the sections of the national standard; 工业 comprises the middle three.
    Industry = "行业" "industry" {
        Agriculture = "农业" "agriculture",
        Mining = "采矿业" "mining",
        Manufacturing = "制造业" "manufacturing",
        Utilities = "电力热力燃气" "utilities",
        Construction = "建筑业" "construction",
        Services = "服务业" "services",
    }
}

choices! {
    /// What can be promised to a project.
    SupportKind = "保障" "support-kind" {
        Land = "供地" "land",
        Policy = "政策兑现" "policy",
        Application = "政策申报" "application",
    }
}

choices! {
    /// What kind of policy is promised to a project.
    PromiseKind = "政策" "promise-kind" {
        Subsidy = "财政奖补" "subsidy",
        Tax = "税收优惠" "tax",
        Land = "用地" "land",
        Premises = "厂房场地" "premises",
        Energy = "用能" "energy",
        Finance = "金融支持" "finance",
        Talent = "人才用工" "talent",
        Other = "其他" "other",
    }
}

choices! {
    /// What an investor promised.
    FulfilmentItem = "履约事项" "fulfilment-item" {
        FixedAssets = "固定资产投资" "fixed-assets",
        Output = "年产值" "output",
        Tax = "年税收" "tax",
        Intensity = "投资强度" "intensity",
        TaxPerLand = "亩均税收" "tax-per-land",
        FloorRatio = "容积率" "floor-ratio",
        Jobs = "用工" "jobs",
        Energy = "综合能耗" "energy",
    }
}

choices! {
    /// How an appraisal ended.
    Verdict = "论证结论" "appraisal-verdict" {
        Passed = "通过" "passed",
        Conditional = "有条件通过" "conditional",
        Rejected = "不通过" "rejected",
    }
}

choices! {
    /// Where a project moved from, as seen from the city.
    MoveWithin = "搬迁范围" "move-within" {
        City = "市域内" "city",
        Beyond = "市域外" "beyond",
    }
}

choices! {
    /// Why a project moved.
    MoveCause = "搬迁事由" "move-cause" {
        Planning = "规划" "planning",
        Environment = "环保" "environment",
        Safety = "安全" "safety",
        Other = "其他" "other",
    }
}
