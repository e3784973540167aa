//! Splits a spreadsheet's number format into its parts: `#,##0.00;-#,##0.00;"-"` has a section for each sign.

use super::decimal::Decimal;

/// A section of a format.
#[derive(Debug, Default)]
pub struct Section {
    /// Which numbers it is for, where it says so: `[>=10000]`.
    pub condition: Option<(String, Decimal)>,
    /// What is printed, in order.
    pub tokens: Vec<Token>,
}

/// A part of a section.
#[derive(Debug, PartialEq, Eq)]
pub enum Token {
    /// A character that is printed as it is.
    Literal(char),
    /// A digit's place: `0`, `#` or `?`.
    Place(char),
    /// The decimal point.
    Point,
    /// A comma among places, which groups digits, or after them, which divides by a thousand.
    Comma,
    /// The percent sign, which multiplies by a hundred.
    Percent,
    /// The word `General`: the number as it is.
    General,
    /// The text of a cell with text.
    Text,
    /// A part of a date or time: its letter, as often as the format repeats it.
    Date(String),
}

/// The longest format that is read; longer than any that a program writes.
const LONGEST: usize = 1_000;

/// The sections of a format.
pub fn sections(code: &str) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    let mut rest = code.chars().take(LONGEST).peekable();
    while let Some(c) = rest.next() {
        if c == ';' {
            sections.push(Section::default());
            continue;
        }
        let Some(section) = sections.last_mut() else { break };
        let tokens = &mut section.tokens;
        match c {
            '"' => tokens.extend(rest.by_ref().take_while(|c| *c != '"').map(Token::Literal)),
            '\\' | '!' => tokens.extend(rest.next().map(Token::Literal)),
            // `_` is a space as wide as the next character, and `*` fills the cell with that.
            '_' => {
                rest.next();
                tokens.push(Token::Literal(' '));
            }
            '*' => {
                rest.next();
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                section.bracket(&inside);
            }
            '0' | '#' | '?' => tokens.push(Token::Place(c)),
            '.' => tokens.push(Token::Point),
            ',' => tokens.push(Token::Comma),
            '%' => tokens.push(Token::Percent),
            '@' => tokens.push(Token::Text),
            'G' | 'g' => {
                let word: String = std::iter::from_fn(|| rest.next_if(char::is_ascii_alphabetic)).collect();
                tokens.extend(word.eq_ignore_ascii_case("eneral").then_some(Token::General));
            }
            'A' | 'a' if rest.peek().is_some_and(|c| matches!(c, 'M' | 'm' | '/')) => {
                while rest.next_if(|c| matches!(c, 'M' | 'm' | '/' | 'P' | 'p')).is_some() {}
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'e' => {
                let mut letters = String::from(c.to_ascii_lowercase());
                while let Some(same) = rest.next_if(|other| other.eq_ignore_ascii_case(&c)) {
                    letters.push(same.to_ascii_lowercase());
                }
                tokens.push(Token::Date(letters));
            }
            // Powers of ten: nobody prints money so.
            'E' if rest.next_if(|c| matches!(c, '+' | '-')).is_some() => tokens.push(Token::General),
            c => tokens.push(Token::Literal(c)),
        }
    }
    sections
}

impl Section {
    /// Reads what stands in brackets: a currency, a condition, hours beyond a day; colours print nothing.
    fn bracket(&mut self, inside: &str) {
        if let Some(currency) = inside.strip_prefix('$') {
            let sign = currency.split('-').next().unwrap_or_default();
            self.tokens.extend(sign.chars().map(Token::Literal));
        } else if inside.starts_with(['<', '>', '=']) {
            let limit = inside.trim_start_matches(['<', '>', '=']);
            let signs = &inside[..inside.len() - limit.len()];
            self.condition = Decimal::parse(limit).map(|limit| (signs.to_string(), limit));
        } else if !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's' | 'H' | 'M' | 'S')) {
            self.tokens.push(Token::Date(inside.to_ascii_lowercase()));
        }
    }

    /// Whether it prints a date or a time.
    pub fn is_date(&self) -> bool {
        let has = |wanted: fn(&Token) -> bool| self.tokens.iter().any(wanted);
        has(|token| matches!(token, Token::Date(_))) && !has(|token| matches!(token, Token::General))
    }

    /// Whether it prints numbers as they are: it says `General`, or is a format of text without places, or of
    /// fractions.
    pub fn is_general(&self) -> bool {
        let has = |wanted: &Token| self.tokens.contains(wanted);
        let has_place = self.tokens.iter().any(|token| matches!(token, Token::Place(_)));
        let is_fraction = has(&Token::Place('?')) && has(&Token::Literal('/'));
        has(&Token::General) || is_fraction || has(&Token::Text) && !has_place
    }

    /// How many places stand before the point, and after it.
    pub fn places(&self) -> (usize, usize) {
        let count = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Place(_))).count();
        let point = self.tokens.iter().position(|token| *token == Token::Point).unwrap_or(self.tokens.len());
        (count(&self.tokens[..point]), count(&self.tokens[point..]))
    }

    /// The power of ten by which the number is multiplied before it is printed.
    pub fn shift(&self) -> i32 {
        let last = self.tokens.iter().rposition(|token| matches!(token, Token::Place(_)));
        let behind = last.map_or(&[][..], |last| &self.tokens[last + 1..]);
        let thousands = behind.iter().take_while(|token| **token == Token::Comma).count();
        let percents = self.tokens.iter().filter(|token| **token == Token::Percent).count();
        i32::try_from(percents * 2).unwrap_or(0) - i32::try_from(thousands * 3).unwrap_or(0)
    }

    /// Whether digits are printed in groups of three.
    pub fn has_groups(&self) -> bool {
        let is_place = |token: &Token| matches!(token, Token::Place(_));
        self.tokens.windows(3).any(|three| is_place(&three[0]) && three[1] == Token::Comma && is_place(&three[2]))
    }
}
