//! Headings that carry the sign: 减少额 5.00 is 5.00 less, where a change would be printed as −5.00.

use crate::budget::Column;

/// Words for less, and those that make them words for either.
const LESS: [&str; 4] = ["减少", "下降", "降低", "压减"];
const EITHER: [&str; 6] = ["增", "升", "变", "“-”", "“－”", "负数"];

/// Whether a heading says by how much something is less.
pub fn is_of_less(text: &str) -> bool {
    LESS.iter().any(|word| text.contains(word)) && !EITHER.iter().any(|word| text.contains(word))
}

/// Whether the heading of a column of changes or rates says that they are of less.
pub fn is_column_of_less(column: &Column) -> bool {
    let group = column.group.as_deref().unwrap_or_default();
    is_of_less(&column.name) || (is_of_less(group) && !EITHER.iter().any(|word| column.name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::is_of_less;

    #[test]
    fn a_heading_of_less_names_nothing_else() {
        assert!(["减少额", "比上年减少（%）", "下降率", "较2025年降低"].iter().all(|text| is_of_less(text)));
        let either =
            ["增减额", "增加（减少）额", "减少（增加以负数填列）", "升降幅度", "增减（减少以“-”号填列）", "合计"];
        assert!(!either.iter().any(|text| is_of_less(text)));
    }
}
