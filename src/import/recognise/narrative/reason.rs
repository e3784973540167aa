//! Why a number changed, in the document's own words.

use super::numbers::numbers;

/// The longest reason, in characters.
const LONGEST: usize = 60;

/// The reason at the beginning of a text: its first clause, and further ones as long as they are short and name no amount.
pub fn reason(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['：', '，', '是', '为', '因', '系']);
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
    (reason.chars().count() > 1).then(|| reason.to_string())
}
