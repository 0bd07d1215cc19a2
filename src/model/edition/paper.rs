//! How a bulletin is set as an official document, as a book or one of its editions says.

use crate::model::dictionary::{Level, choices, record};
use crate::model::edition::table_call::TableCall;
use crate::model::value::word::Flag;

choices! {
    /// Who gets the one page for leaders.
    BriefReaders = "参阅范围" "brief-readers" {
        Leaders = "领导" "leaders",
        Internal = "内部" "internal",
    }
}

impl BriefReaders {
    /// Returns the lowest level that gets the page.
    pub fn level(self) -> Level {
        match self {
            BriefReaders::Leaders => Level::Leader,
            BriefReaders::Internal => Level::Internal,
        }
    }
}

/// Annexes that a document has at most.
pub const MOST_ANNEXES: usize = 2;

choices! {
    /// The forms that the standard and the practice of offices know.
    PaperForm = "样式" "paper-form" {
        Document = "文件" "document",
        Letter = "函" "letter",
        Newsletter = "简报" "newsletter",
    }
}

record! {
    /// How a bulletin is set as an official document.
    #[derive(Default)]
    Paper = "公文" "paper" "通报怎样排成公文；一期另写的以那一期为准" fact {
        form: Option<PaperForm> = "样式" "公文的格式：文件、函（信函格式）或简报；不写为文件，文种为函、简报的随文种" "函" "" Public,
        sealed: Option<Flag> = "用印" "署名处是否留盖印章的位置；不写为留，不加盖印章的写“否”" "否" "" Public,
        table: Option<TableCall> = "正文表" "印在公文正文里的一张表，不超过10行，正文引用了才印；不写则正文没有表" "领域完成情况 到位资金" "" Public,
        annexes: Vec<TableCall> = "附件" "公文的附件，最多2个，每个一张表；不写则为单位完成情况和得分排位" "[单位完成情况 到位资金, 得分排位 招商责任单位考核]" "" Public,
        charts: Option<Flag> = "图" "正文引用的图是否也印在公文里，不写为不印" "是" "" Public,
        kept: Option<Level> = "存档" "发布时把印发的公文（PDF）一起存进 released/，写存哪一种受众的那一份；以后数改了，印发的原件照样可以下载；不写为不存" "内部" "" Public,
        data: Option<Flag> = "数据资料" "是否另出一份数据资料（不随文印发），收全部的表和图；不写为不出" "是" "" Public,
        brief: Option<BriefReaders> = "领导参阅" "另出一页领导参阅（不随文印发），写给谁看：领导，或者内部（领导也有）；不写为不出" "领导" "" Public,
        word: Option<Flag> = "Word版" "是否另出公文的Word版，供修改、传阅；不写为不出" "是" "" Public,
        message: Option<Flag> = "群消息" "公开版是否另出一条工作群消息，300字以内，不点后进单位的名；不写为不出" "是" "" Public,
        tables: Option<Flag> = "表格" "是否另出一份表格（tables.xlsx），收印在公文和数据资料里的表，数是数，可在 Excel、WPS 里接着算；不写为不出" "是" "" Public,
    }
}

impl Paper {
    /// Returns what an edition says, and what its book says of the rest.
    pub fn over(&self, book: &Paper) -> Paper {
        let annexes = if self.annexes.is_empty() { &book.annexes } else { &self.annexes };
        Paper {
            form: self.form.or(book.form),
            sealed: self.sealed.or(book.sealed),
            table: self.table.clone().or_else(|| book.table.clone()),
            annexes: annexes.clone(),
            charts: self.charts.or(book.charts),
            kept: self.kept.or(book.kept),
            data: self.data.or(book.data),
            brief: self.brief.or(book.brief),
            word: self.word.or(book.word),
            message: self.message.or(book.message),
            tables: self.tables.or(book.tables),
        }
    }

    /// Returns whether room is left for a seal, which a newsletter never bears.
    pub fn is_sealed(&self) -> bool {
        self.sealed.is_none_or(|flag| flag.0)
    }

    /// Returns whether charts of the narrative are printed.
    pub fn prints_charts(&self) -> bool {
        self.charts.is_some_and(|flag| flag.0)
    }

    /// Returns whether there is a paper of data beside the document.
    pub fn has_data(&self) -> bool {
        self.data.is_some_and(|flag| flag.0)
    }

    /// Returns whether an audience gets a page for leaders.
    pub fn has_brief_for(&self, audience: Level) -> bool {
        self.brief.is_some_and(|readers| readers.level() <= audience)
    }

    /// Returns whether there is a Word document beside the PDF.
    pub fn has_word(&self) -> bool {
        self.word.is_some_and(|flag| flag.0)
    }

    /// Returns whether there is a message to a group of colleagues.
    pub fn has_message(&self) -> bool {
        self.message.is_some_and(|flag| flag.0)
    }

    /// Returns whether the printed tables are a workbook too.
    pub fn has_tables(&self) -> bool {
        self.tables.is_some_and(|flag| flag.0)
    }
}
