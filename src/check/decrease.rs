//! Recognizes headings of decreases: 减少额 5.00 is a decrease of 5.00, which a change would print as −5.00.

use crate::budget::Column;

/// Words of a decrease, and words that make these mean a change in either direction.
const LESS: [&str; 4] = ["减少", "下降", "降低", "压减"];
const EITHER: [&str; 6] = ["增", "升", "变", "“-”", "“－”", "负数"];

/// Whether a heading is of decreases.
pub fn is_decrease(text: &str) -> bool {
    LESS.iter().any(|word| text.contains(word)) && !EITHER.iter().any(|word| text.contains(word))
}

/// Whether the heading of a column of changes or rates says that they are decreases.
pub fn is_column_of_less(column: &Column) -> bool {
    let group = column.group.as_deref().unwrap_or_default();
    is_decrease(&column.name) || (is_decrease(group) && !EITHER.iter().any(|word| column.name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::is_decrease;

    #[test]
    fn a_heading_of_less_names_nothing_else() {
        assert!(["减少额", "比上年减少（%）", "下降率", "较2025年降低"].iter().all(|text| is_decrease(text)));
        let either =
            ["增减额", "增加（减少）额", "减少（增加以负数填列）", "升降幅度", "增减（减少以“-”号填列）", "合计"];
        assert!(!either.iter().any(|text| is_decrease(text)));
    }
}
