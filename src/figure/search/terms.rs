//! The query of a search, with the budget terms that its everyday words mean: citizens do not type budget terms.

use super::Initials;
use crate::locale::Lang;

/// Everyday words, then the budget terms that they mean: a line for each meaning.
const EVERYDAY: &str = include_str!("everyday.txt");
/// Characters that readers add to a word and that only say that it is about money.
const ABOUT_MONEY: [char; 4] = ['费', '用', '钱', '款'];

/// A search query.
pub struct SearchTerms<'a> {
    words: Vec<Word<'a>>,
    initials: &'a Initials,
    /// The digits of an amount, where nothing else is looked for.
    digits: Option<String>,
}

struct Word<'a> {
    typed: &'a str,
    /// The budget terms for it.
    meant: Vec<&'static str>,
}

impl<'a> SearchTerms<'a> {
    /// The query of a typed text.
    pub fn new(text: &'a str, initials: &'a Initials) -> Self {
        let word = |typed| Word { typed, meant: meant(typed) };
        SearchTerms { words: text.split_whitespace().map(word).collect(), initials, digits: digits(text) }
    }

    /// Whether the query is empty.
    pub fn is_nothing(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word occurs in one of the texts, in capitals or not.
    pub fn is_in(&self, texts: &[Option<&str>]) -> bool {
        self.words.iter().all(|word| texts.iter().flatten().any(|text| occurs(text, word.typed)))
    }

    /// Whether each word occurs in one of the names, or is its pinyin initials: readers who type by sound
    /// enter `st` for 食堂.
    pub fn is_name(&self, names: &[Option<&str>]) -> bool {
        self.words.iter().all(|word| names.iter().flatten().any(|name| self.is_called(name, word.typed)))
    }

    /// Whether each word, or what is meant by it, occurs in one of the names.
    pub fn is_meant(&self, names: &[Option<&str>]) -> bool {
        let means = |name: &str, word: &Word| {
            self.is_called(name, word.typed) || word.meant.iter().any(|meant| name.contains(meant))
        };
        self.words.iter().all(|word| names.iter().flatten().any(|name| means(name, word)))
    }

    fn is_called(&self, name: &str, word: &str) -> bool {
        let is_letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        occurs(name, word) || is_letters && self.initials.spell(name, word)
    }

    /// Whether an amount is looked for.
    pub const fn is_for_amounts(&self) -> bool {
        self.digits.is_some()
    }

    /// `Some(true)` if a printed amount is the one that is looked for, `Some(false)` if it begins with its digits,
    /// `None` otherwise, and where no amount is looked for.
    pub fn is_amount(&self, printed: &str) -> Option<bool> {
        let digits = self.digits.as_deref()?;
        let rest = printed.trim_start_matches('-').strip_prefix(digits)?;
        let goes_on = !digits.contains('.') && rest.starts_with(|sign: char| sign.is_ascii_digit());
        let is_it = !goes_on && rest.bytes().all(|sign| matches!(sign, b'.' | b'0'));
        // One digit begins too many numbers.
        (is_it || digits.len() > 1).then_some(is_it)
    }
}

/// Whether `text` has `word`, Latin letters in capitals or not.
pub fn occurs(text: &str, word: &str) -> bool {
    text.as_bytes().windows(word.len().max(1)).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}

/// The lines of the table: the everyday words of a meaning, and the budget terms.
fn meanings() -> impl Iterator<Item = (&'static str, &'static str)> {
    EVERYDAY.lines().filter_map(|line| line.split_once('='))
}

/// The budget terms for a typed word; 招待费 and 招待 mean the same.
fn meant(typed: &str) -> Vec<&'static str> {
    let bare = typed.trim_end_matches(ABOUT_MONEY);
    let is_it = |said: &str| said.eq_ignore_ascii_case(typed) || said == bare;
    let own = meanings().filter(|(said, _)| said.split_whitespace().any(is_it));
    own.flat_map(|(_, meant)| meant.split_whitespace()).collect()
}

/// An everyday word of each meaning in this language.
pub fn everyday(lang: Lang) -> impl Iterator<Item = &'static str> {
    meanings().filter_map(move |(said, _)| said.split_whitespace().find(|word| word.is_ascii() == (lang == Lang::En)))
}

/// The digits of what may be an amount, as they are printed: without commas and the unit behind them.
fn digits(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches(['元', '万', '亿']);
    let digits: String = text.chars().filter(|sign| !matches!(sign, ',' | '，' | ' ')).collect();
    let is_amount = |sign: u8| sign.is_ascii_digit() || sign == b'.';
    (digits.starts_with(|sign: char| sign.is_ascii_digit()) && digits.bytes().all(is_amount)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::super::initials::tests::initials;
    use super::*;

    #[test]
    fn words_are_found_in_capitals_or_not_and_by_their_initials() {
        let initials = initials();
        let sought = |text| SearchTerms::new(text, &initials);
        assert!(sought("VEHICLE").is_in(&[None, Some("Official vehicles")]));
        assert!(sought("st").is_name(&[Some("机关食堂")]) && sought("JGST").is_name(&[Some("机关食堂")]));
        assert!(!sought("s").is_name(&[Some("机关食堂")]), "one letter is in too many names");
        assert!(!sought("st").is_name(&[Some("会议室")]));
    }

    #[test]
    fn a_citizens_word_finds_what_the_field_calls_otherwise() {
        let initials = Initials::default();
        let finds = |text, name| SearchTerms::new(text, &initials).is_meant(&[Some(name)]);
        for (text, name) in [
            ("招待", "公务接待费"),
            ("招待费", "公务接待费"),
            ("吃饭", "机关食堂费用"),
            ("学校", "第三小学校舍"),
            ("装修", "办公楼维修改造"),
            ("公车", "公务用车购置及运行费"),
            ("社保", "机关事业单位基本养老保险缴费"),
            ("多少人", "在职人员"),
            ("Meals", "公务接待费"),
            ("学校 装修", "实验小学维修"),
        ] {
            assert!(finds(text, name), "{text} means {name}");
        }
        assert!(!finds("招待", "办公费") && !finds("装修 学校", "办公楼维修"));
        assert!(!SearchTerms::new("招待", &initials).is_name(&[Some("公务接待费")]), "it is not called so");
    }

    #[test]
    fn digits_find_the_amounts_that_begin_so_and_tell_the_amount_itself() {
        let initials = Initials::default();
        let is = |text, printed| SearchTerms::new(text, &initials).is_amount(printed);
        for text in ["700", "700.", "700.0", "700.00", "700万元"] {
            assert_eq!(is(text, "700.00"), Some(true), "{text}");
        }
        assert_eq!(is("4,754", "4754.23"), Some(false));
        assert_eq!(is("70", "700.00"), Some(false));
        assert_eq!(is("7", "7.00"), Some(true));
        assert_eq!(is("7", "700.00"), None, "one digit begins too many");
        assert_eq!(is("54", "4754.23"), None);
        assert_eq!(is("700 食堂", "700.00"), None);
    }

    #[test]
    fn every_meaning_has_a_word_of_both_languages_and_what_the_field_calls_it() {
        assert!(meanings().all(|(_, meant)| !meant.trim().is_empty()));
        assert_eq!(meanings().count(), EVERYDAY.lines().count());
        assert_eq!(everyday(Lang::Zh).count(), EVERYDAY.lines().count());
        assert_eq!(everyday(Lang::En).count(), EVERYDAY.lines().count());
    }
}
