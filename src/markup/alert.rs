//! Alerts on the page about errors in files: plain sentences, with the technical detail folded.

use super::Action;
use super::node::{Element, el};
use super::toolbar::button;
use crate::load::{Diagnostic, MAX_DIAGNOSTICS};
use crate::locale::{Lang, Locale};

/// The alert for the faults of the file `name`; the sentence `kept` says what the page shows instead.
pub fn alert(name: &str, diagnostics: &[Diagnostic], kept: &str, locale: Locale) -> Element {
    let title = locale.format("打不开“{0}”", "“{0}” cannot be opened", &[name]);
    let (zh, en) = if diagnostics.len() < MAX_DIAGNOSTICS {
        ("共发现 {0} 处：", "{0} faults:")
    } else {
        ("至少有 {0} 处，先列出这些：", "At least {0} faults; these come first:")
    };
    let many = locale.format(zh, en, &[&diagnostics.len().to_string()]);
    let many = (diagnostics.len() > 1).then(|| el("p").text(many));
    let technical = diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    el("section")
        .class("alert")
        .attr("role", "alert")
        .child(el("h2").text(title))
        .children(many)
        .child(sentences(diagnostics, locale.lang))
        .child(el("p").text(kept))
        .child(folded(locale.tr("技术细节", "Technical detail"), el("pre").text(technical)))
        .child(button(Action::Close, "button", locale.tr("知道了", "Close")))
}

/// A notice about oddities of the file that is shown, which are no errors. It is unfolded for readers who opened a file
/// of their own, since they can correct it, and what they see below may result from it.
pub fn notice(notes: &[Diagnostic], is_own: bool, locale: Locale) -> Element {
    let (zh, en) = (
        "这个文件里有 {0} 处要看一看：不认识的内容已略过，或者像是写错了",
        "{0} parts of this file should be looked at: unknown and passed over, or perhaps mistaken",
    );
    let summary = locale.format(zh, en, &[&notes.len().to_string()]);
    // Not read out by itself: it may be a long list.
    let notice = folded(&summary, sentences(notes, locale.lang)).class("notice").attr("aria-live", "off");
    if is_own { notice.attr("open", "") } else { notice }
}

fn sentences(diagnostics: &[Diagnostic], lang: Lang) -> Element {
    el("ul").children(diagnostics.iter().map(|diagnostic| el("li").text(diagnostic.sentence(lang))))
}

/// A fold (`details`) with a summary line.
pub fn folded(summary: &str, inside: Element) -> Element {
    el("details").child(el("summary").text(summary)).child(inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::DiagnosticKind;
    use crate::markup::Node;
    use crate::money::Unit;

    #[test]
    fn what_is_odd_is_open_for_whoever_can_mend_it() {
        let notes = [Diagnostic::of_file(DiagnosticKind::LikeTotal("总计".into()))];
        let html = |is_own| {
            let mut html = String::new();
            Node::from(notice(&notes, is_own, Locale { lang: Lang::Zh, unit: Unit::Wan })).write_html(&mut html);
            html
        };
        assert!(html(true).starts_with("<details class=\"notice\" aria-live=\"off\" open"), "{}", html(true));
        assert!(
            html(false).starts_with("<details class=\"notice\" aria-live=\"off\">") && html(false).contains("“总计”")
        );
    }
}
