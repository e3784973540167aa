//! Splits a text of several goals at its own numbers: `1.…；2.…`, `（1）…（2）…`, `目标1：…目标2：…`.

/// The numbers of items, in digits and in Chinese.
const NUMBERS: [&str; 2] = ["1 2 3 4 5 6 7 8 9 10", "一 二 三 四 五 六 七 八 九 十"];
/// What stands before an item's number.
const BEFORE: [&str; 4] = ["目标", "（", "(", ""];
/// What stands after an item's number.
const BEHIND: [&str; 7] = ["、", ".", "．", "）", ")", "：", ":"];

/// The items of a text without their numbers; of a text without numbers all of it.
pub fn items(text: &str) -> Vec<String> {
    NUMBERS.iter().find_map(|numbers| numbered(text, numbers)).unwrap_or_else(|| vec![text.into()])
}

/// The items of a text that begins with the first of these numbers.
fn numbered(text: &str, numbers: &str) -> Option<Vec<String>> {
    let (before, rest) = text.split_once(&numbers[..numbers.find(' ')?])?;
    let behind = BEHIND.iter().find(|behind| rest.starts_with(**behind)).filter(|_| BEFORE.contains(&before))?;
    let mut items: Vec<String> = Vec::new();
    let mut rest = text;
    for number in numbers.split(' ') {
        let mark = [before, number, behind].concat();
        let Some((at, _)) = rest.match_indices(&mark).find(|(at, _)| is_mark(rest, *at, &mark)) else { break };
        items.push(bare(&rest[..at]));
        rest = &rest[at + mark.len()..];
    }
    items.push(bare(rest));
    // Nothing stands before the first.
    items.remove(0);
    (!items.is_empty() && !items.iter().any(String::is_empty)).then_some(items)
}

/// Whether digits are a number of an item: those of 12.5 are none.
fn is_mark(text: &str, at: usize, mark: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
    let goes_on = mark.ends_with('.') && is_digit(text[at + mark.len()..].chars().next());
    !is_digit(text[..at].chars().next_back()) && !goes_on
}

/// An item without the punctuation that separates it from the next.
fn bare(item: &str) -> String {
    item.trim().trim_end_matches(['；', ';', '。', '，', ',']).to_string()
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn goals_are_parted_at_their_own_numbers() {
        for (text, expected) in [
            ("1.借阅增长2.5%；2、不是第二项；2.办好读书节。", vec!["借阅增长2.5%；2、不是第二项", "办好读书节"]),
            ("（一）修好屋面；（二）换完桌椅；", vec!["修好屋面", "换完桌椅"]),
            ("目标1：修好屋面。目标2：换完桌椅。", vec!["修好屋面", "换完桌椅"]),
            ("1、修好屋面", vec!["修好屋面"]),
            ("修好屋面；换完桌椅。", vec!["修好屋面；换完桌椅。"]),
            ("1.2.", vec!["1.2."]),
            ("1.5万册图书上架。", vec!["1.5万册图书上架。"]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
    }
}
