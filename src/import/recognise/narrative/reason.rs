//! Why a number changed, in the document's own words.

use super::numbers::numbers;

/// The longest reason, in characters.
const LONGEST: usize = 60;

/// The reason at the beginning of a text: its first clause, and further ones as long as they are short and name no amount.
pub fn reason(text: &str) -> Option<String> {
    // 因公出国 and 系统 begin like words before a reason.
    let text = text.trim_start_matches(['：', '，']);
    let text = text.strip_prefix('是').unwrap_or(text);
    let mut near = text.char_indices().take(2 * LONGEST);
    let end = near.find(|(_, c)| matches!(c, '。' | '；')).or_else(|| near.next()).map_or(text.len(), |(at, _)| at);
    let mut reason = String::new();
    for clause in text[..end].split_inclusive('，') {
        if !numbers(clause).is_empty() || reason.chars().count() + clause.chars().count() > LONGEST + 1 {
            break;
        }
        reason.push_str(clause);
    }
    let reason = reason.trim_end_matches(['，', '、', '：']);
    let is_use = reason.starts_with("用于");
    (!is_use && reason.chars().count() > 1).then(|| reason.to_string())
}
