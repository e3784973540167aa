//! Why a number changed, in the document's own words.

use super::numbers::numbers;

/// The longest reason, in characters.
const LONGEST: usize = 60;

/// The reason at the beginning of a text: its first clause, and further ones as long as they are short and name no amount.
pub fn reason(text: &str) -> Option<String> {
    let text = text.trim_start_matches(['：', '，', '是', '为', '因', '系']);
    let end = text.find(['。', '；']).unwrap_or(text.len());
    let mut reason = String::new();
    for clause in text[..end].split_inclusive('，') {
        let is_amount = !reason.is_empty() && !numbers(clause).is_empty();
        if is_amount || reason.chars().count() + clause.chars().count() > LONGEST + 1 {
            break;
        }
        reason.push_str(clause);
    }
    let reason = reason.trim_end_matches(['，', '、', '：']);
    (reason.chars().count() > 1).then(|| reason.to_string())
}
