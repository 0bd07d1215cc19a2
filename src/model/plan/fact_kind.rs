//! Kinds of facts with cut-offs of their own.

use crate::model::dictionary::choices;

choices! {
    /// Kinds of facts with cut-offs of their own.
    FactKind = "事项" "fact-kind" {
        Contract = "合同" "contract",
        Stage = "开工" "stage",
        Work = "工作" "work",
        Funds = "资金" "funds",
        Report = "上报" "report",
    }
}
