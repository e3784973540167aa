//! The part of the summary on the document's source: its address, who published it and when, and whom to ask.

use crate::budget::Budget;
use crate::locale::Locale;

/// Where to read the official document and whom to ask.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SourceInfo {
    /// The address of the official document.
    pub url: Option<String>,
    /// Who published it and when, and whom to ask.
    pub said: Vec<String>,
    /// A note on which of these the file does not say.
    pub lacking: Option<String>,
}

/// Where to read this budget's document and whom to ask about it.
pub fn asking(budget: &Budget, locale: Locale) -> SourceInfo {
    let document = &budget.document;
    let is_on_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    let url = document.url.as_ref().filter(is_on_web).cloned();
    let published = match (&document.published, document.publisher.as_deref()) {
        (Some(day), Some(who)) => Some(locale.format("{1}于 {0} 公布", "published by {1} on {0}", &[day, who])),
        (Some(day), None) => Some(locale.format("{0} 公布", "published on {0}", &[day])),
        (None, Some(who)) => Some(locale.format("{0}公布", "published by {0}", &[who])),
        (None, None) => None,
    };
    let contact = document.contact.as_ref().map(|who| locale.format("有疑问找：{0}", "questions to {0}", &[who]));
    let lacking: Vec<_> = [
        (url.is_none(), "原件的网址", "where the document is"),
        (document.published.is_none(), "公布日期", "when it was published"),
        (contact.is_none(), "联系方式", "whom to ask"),
    ]
    .into_iter()
    .filter(|(is_lacking, ..)| *is_lacking)
    .map(|(_, zh, en)| locale.tr(zh, en))
    .collect();
    let lacking = (!lacking.is_empty()).then(|| {
        let list = lacking.join(locale.tr("、", ", "));
        // Where no contact is named, the note says where to look.
        let (zh, en) = if contact.is_none() {
            (
                "这份文件没有写{0}。原件和联系电话，一般在公布单位网站的“预决算公开”栏里。",
                "The file does not say: {0}. The document and a number to call are as a rule on the publisher’s site, under budget disclosure (预决算公开).",
            )
        } else {
            ("这份文件没有写{0}。", "The file does not say: {0}.")
        };
        locale.format(zh, en, &[&list])
    });
    SourceInfo { url, said: published.into_iter().chain(contact).collect(), lacking }
}
